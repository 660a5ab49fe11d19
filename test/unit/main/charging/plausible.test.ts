import { describe, expect, it } from 'vitest'
import { believable } from '#main/charging/sessions/plausible.ts'
import type { MeterReading } from '#main/site/reading.ts'
import { MINUTE_MS, START_MS } from './rig.ts'

const HOUR_MS = 60 * MINUTE_MS
/** An hour into a charge at 22 kW. */
const nowMs = START_MS + HOUR_MS
const bounds = { startedAtMs: START_MS, firstSeenMs: START_MS + 5_000, maxPowerKW: 22 }
const nothing: MeterReading = {
  sessionId: 'log-1',
  powerW: null,
  energyKWh: null,
  stateOfChargePercent: null,
  initialStateOfChargePercent: null,
  measuredAtMs: null,
}

/** What is left of a value, and what was counted. */
function kept<K extends keyof MeterReading>(name: K, value: MeterReading[K], change = {}) {
  const told = { ...nothing, [name]: value }
  const { reading, leftOut } = believable(told, { ...bounds, ...change }, nowMs)
  return [reading?.[name] ?? null, leftOut]
}

describe('a meter value', () => {
  it.each([
    ['powerW', 0],
    ['powerW', 22_000],
    ['powerW', 44_000],
    ['energyKWh', 0],
    ['energyKWh', 22],
    ['stateOfChargePercent', 0],
    ['stateOfChargePercent', 100],
    ['initialStateOfChargePercent', 20],
    ['measuredAtMs', nowMs],
    ['measuredAtMs', nowMs + MINUTE_MS],
    ['measuredAtMs', START_MS],
  ] as const)('that can be is believed: %s %d', (name, value) => {
    expect(kept(name, value)).toEqual([value, 0])
  })

  it.each([
    ['powerW', -1],
    ['powerW', 22_000_000],
    ['energyKWh', -2_260],
    ['energyKWh', 46],
    ['energyKWh', 7_930],
    ['stateOfChargePercent', 101],
    ['stateOfChargePercent', 255],
    ['stateOfChargePercent', 65_535],
    ['stateOfChargePercent', -1],
    ['initialStateOfChargePercent', 255],
    ['measuredAtMs', nowMs + HOUR_MS],
    ['measuredAtMs', Date.parse('2036-02-07T06:28:16Z')],
    ['measuredAtMs', 0],
  ] as const)('that cannot be is left out and counted: %s %d', (name, value) => {
    expect(kept(name, value)).toEqual([null, 1])
  })

  it('of before the session is none of it: nothing of its reading is believed', () => {
    const told = { ...nothing, powerW: 11_000, energyKWh: 24.4, stateOfChargePercent: 78 }
    const measuredAtMs = Date.parse('2024-03-15T10:15:05Z')
    const { reading, leftOut } = believable({ ...told, measuredAtMs }, bounds, nowMs)
    expect(reading).toBeNull()
    expect(leftOut).toBe(4)
  })

  it('is judged generously where nobody tells the rating, or tells little', () => {
    expect(kept('energyKWh', 600, { maxPowerKW: null })).toEqual([600, 0])
    expect(kept('energyKWh', 22, { maxPowerKW: 3.7 })).toEqual([22, 0])
    expect(kept('powerW', 22_000, { maxPowerKW: 0 })).toEqual([22_000, 0])
  })

  it('is judged by no start that nobody tells, or that a wrong clock told', () => {
    expect(kept('energyKWh', 300, { startedAtMs: null })).toEqual([300, 0])
    expect(kept('energyKWh', 300, { startedAtMs: nowMs + HOUR_MS })).toEqual([300, 0])
    expect(kept('energyKWh', 7_930, { startedAtMs: null })).toEqual([null, 1])
    expect(kept('energyKWh', 7_930, { startedAtMs: 0 })).toEqual([null, 1])
  })
})
