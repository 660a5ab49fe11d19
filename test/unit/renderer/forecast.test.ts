import { describe, expect, it } from 'vitest'
import type { Session } from '#contract/charging.ts'
import { forecast } from '#renderer/charging/forecast.ts'
import { createTrajectory } from '#simulator/charging/curve.ts'
import { aSession, MINUTE_MS, NOW_MS } from '#test/support/entities.ts'

type Track = Session['batteryTrack']

/** A value each half minute until now, oldest first. */
const told = (percents: readonly number[]): Track =>
  percents.map((percent, index) => ({
    atMs: NOW_MS - (percents.length - 1 - index) * 30_000,
    percent,
  }))
/** So many values, each `step` more than the one before. */
const rising = (from: number, step: number, count = 12): number[] =>
  Array.from({ length: count }, (_, index) => from + step * index)

const charge = (percents: readonly number[], over: Partial<Session> = {}): Session =>
  aSession({
    stateOfChargePercent: percents.at(-1) ?? null,
    batteryTrack: told(percents),
    powerCurve: [],
    ...over,
  })

describe('when a charge is where it is to be', () => {
  it('is told from the last minutes of a battery that fills at one pace', () => {
    expect(forecast(charge(rising(50, 1)), 'DC', NOW_MS)).toEqual({
      kind: 'battery',
      percent: 80,
      atMs: NOW_MS + 9.5 * MINUTE_MS,
      fullAtMs: null,
      basisMs: 4 * MINUTE_MS,
    })
  })

  it('says when it is full where nothing slows down before: on alternating current', () => {
    const at = forecast(charge(rising(50, 0.5)), 'AC', NOW_MS)
    expect(at).toMatchObject({ percent: 80, fullAtMs: NOW_MS + 44.5 * MINUTE_MS })
  })

  it('takes the whole percents that cars tell for what they are', () => {
    const whole = rising(50, 0.17, 40).map(Math.floor)
    const at = forecast(charge(whole), 'AC', NOW_MS)
    const truthMs = NOW_MS + ((80 - 56.63) / 0.34) * MINUTE_MS
    expect(at).toMatchObject({ kind: 'battery', percent: 80 })
    expect(Math.abs((at?.kind === 'battery' ? at.atMs : 0) - truthMs)).toBeLessThan(12 * MINUTE_MS)
  })

  it.each([
    ['too few values', rising(50, 4, 2)],
    ['too short a time', rising(50, 1, 8)],
    ['values that fall', [...rising(50, 1, 6), ...rising(54, -1, 6)]],
    ['a battery that stands still', rising(50, 0)],
    ['a battery that fills no more', [...rising(50, 1, 6), ...rising(55, 0, 14)]],
    ['a jump', [...rising(50, 0, 5), ...rising(70, 0, 6)]],
    ['a pace that changes', [...rising(50, 0.5, 8), ...rising(54, 2, 4)]],
    ['no battery', []],
  ])('is not told from %s', (_what, percents) => {
    expect(forecast(charge(percents), 'AC', NOW_MS)).toBeNull()
  })

  it('is not told from old values, nor of a charge that is not seen or does not charge', () => {
    const good = charge(rising(50, 1))
    expect(forecast(good, 'DC', NOW_MS + 4 * MINUTE_MS)).toBeNull()
    expect(forecast({ ...good, freshness: 'late' }, 'DC', NOW_MS)).toBeNull()
    expect(forecast({ ...good, status: 'waiting' }, 'DC', NOW_MS)).toBeNull()
  })

  it('is up to the car on the last fifth of direct current, and at the very end of alternating', () => {
    const slower = { kind: 'slower' }
    expect(forecast(charge(rising(70, 1)), 'DC', NOW_MS)).toEqual(slower)
    expect(forecast(charge([80]), null, NOW_MS)).toEqual(slower)
    expect(forecast(charge(rising(70, 1)), 'AC', NOW_MS)).toMatchObject({ percent: 100 })
    expect(forecast(charge([96]), 'AC', NOW_MS)).toEqual(slower)
  })

  it('goes by the target: percent, time or energy', () => {
    const percent = { kind: 'charge', percent: 65 } as const
    const toPercent = forecast(charge(rising(50, 1), { target: percent }), 'AC', NOW_MS)
    expect(toPercent).toMatchObject({ percent: 65, atMs: NOW_MS + 2 * MINUTE_MS, fullAtMs: null })

    const time = { kind: 'time', minutes: 120 } as const
    const startedAtMs = NOW_MS - 30 * MINUTE_MS
    const toTime = forecast(charge([], { target: time, startedAtMs }), 'AC', NOW_MS)
    expect(toTime).toEqual({ kind: 'stops', atMs: NOW_MS + 90 * MINUTE_MS })
    const isOver = charge([], { target: time, startedAtMs: NOW_MS - 121 * MINUTE_MS })
    expect(forecast(isOver, 'AC', NOW_MS)).toBeNull()

    const energy = { kind: 'energy', energyKWh: 20 } as const
    const even = Array.from({ length: 11 }, (_, index) => ({
      atMs: NOW_MS - (10 - index) * 30_000,
      powerW: index % 2 === 0 ? 10_000 : 12_000,
    }))
    const toEnergy = forecast(
      charge([], { target: energy, energyKWh: 14.5, powerCurve: even }),
      'AC',
      NOW_MS,
    )
    expect(toEnergy?.kind === 'energy' && Math.round((toEnergy.atMs - NOW_MS) / MINUTE_MS)).toBe(30)
    const uneven = even.with(8, { atMs: NOW_MS - MINUTE_MS, powerW: 2_000 })
    const from = { target: energy, energyKWh: 14.5, powerCurve: uneven }
    expect(forecast(charge([], from), 'AC', NOW_MS)).toBeNull()
  })

  it.each([
    ['AC', 11, 10],
    ['DC', 150, 3],
  ] as const)('comes near the truth of a simulated car on %s', (current, vehicleKW, offMinutes) => {
    const car = { current, batteryKWh: 58, socPercent: 42, vehicleKW, connectorKW: vehicleKW }
    const { socPercentAt } = createTrajectory(car)
    const sinceMs = 10 * MINUTE_MS
    const batteryTrack = Array.from({ length: 31 }, (_, index) => {
      const activeMs = (sinceMs * index) / 30
      return { atMs: NOW_MS - sinceMs + activeMs, percent: Math.floor(socPercentAt(activeMs)) }
    })
    let truthMs = NOW_MS
    while (socPercentAt(truthMs - NOW_MS + sinceMs) < 80) truthMs += 1000
    const stateOfChargePercent = batteryTrack.at(-1)?.percent ?? null
    const at = forecast(aSession({ batteryTrack, stateOfChargePercent }), current, NOW_MS)
    expect(at).toMatchObject({ kind: 'battery', percent: 80 })
    const offMs = Math.abs((at?.kind === 'battery' ? at.atMs : 0) - truthMs)
    expect(offMs).toBeLessThanOrEqual(offMinutes * MINUTE_MS)
  })
})
