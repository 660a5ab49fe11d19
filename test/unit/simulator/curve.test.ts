import { describe, expect, test } from 'vitest'
import type { TrajectoryInput } from '#simulator/charging/curve.ts'
import { createTrajectory } from '#simulator/charging/curve.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

const wallbox: TrajectoryInput = {
  current: 'AC',
  batteryKWh: 58,
  socPercent: 20,
  vehicleKW: 11,
  connectorKW: 22,
}
const fastCharger: TrajectoryInput = {
  current: 'DC',
  batteryKWh: 77,
  socPercent: 10,
  vehicleKW: 135,
  connectorKW: 150,
}

/** Adds the power up in small steps, as a meter would. */
function integrateWh(input: TrajectoryInput, untilMs: number): number {
  const { powerWAt } = createTrajectory(input)
  const stepMs = 500
  let energyWh = 0
  for (let atMs = 0; atMs < untilMs; atMs += stepMs) {
    energyWh += (powerWAt(atMs + stepMs / 2) * stepMs) / HOUR_MS
  }
  return energyWh
}

describe('alternating current', () => {
  test('flows at a plateau that the vehicle sets', () => {
    const { powerWAt, energyWhAt } = createTrajectory(wallbox)
    expect(powerWAt(0)).toBe(11_000)
    expect(powerWAt(2 * HOUR_MS)).toBe(11_000)
    expect(energyWhAt(HOUR_MS)).toBeCloseTo(11_000, 6)
  })

  test('is limited by the connector', () => {
    const { powerWAt } = createTrajectory({ ...wallbox, connectorKW: 3.7 })
    expect(powerWAt(HOUR_MS)).toBe(3_700)
  })
})

describe('direct current', () => {
  test('rises, holds and tapers off with the state of charge', () => {
    const { powerWAt, fullAfterMs } = createTrajectory(fastCharger)
    expect(powerWAt(5 * MINUTE_MS)).toBeCloseTo(135_000, 3)
    expect(powerWAt(25 * MINUTE_MS)).toBeLessThan(100_000)
    expect(powerWAt(fullAfterMs - 1_000)).toBeLessThan(8_000)
  })

  test('never exceeds what the connector gives', () => {
    const { powerWAt, fullAfterMs } = createTrajectory({ ...fastCharger, connectorKW: 50 })
    for (let atMs = 0; atMs < fullAfterMs; atMs += MINUTE_MS) {
      expect(powerWAt(atMs)).toBeLessThanOrEqual(50_000.001)
    }
  })
})

describe.each([
  ['alternating', wallbox],
  ['direct', fastCharger],
  ['limited direct', { ...fastCharger, connectorKW: 50 }],
])('%s current', (_name, input) => {
  test('the energy is the power added up', () => {
    const { energyWhAt, fullAfterMs } = createTrajectory(input)
    for (const share of [0.2, 0.5, 0.9]) {
      const atMs = Math.round((share * fullAfterMs) / 1_000) * 1_000
      expect(energyWhAt(atMs)).toBeCloseTo(integrateWh(input, atMs), 0)
    }
  })

  test('ends with a full battery and no power', () => {
    const { energyWhAt, powerWAt, socPercentAt, fullAfterMs } = createTrajectory(input)
    const missingWh = (100 - input.socPercent) * input.batteryKWh * 10
    expect(energyWhAt(fullAfterMs - 0.001)).toBeCloseTo(missingWh, 1)
    expect(energyWhAt(fullAfterMs + HOUR_MS)).toBe(missingWh)
    expect(powerWAt(fullAfterMs)).toBe(0)
    expect(socPercentAt(fullAfterMs)).toBe(100)
  })
})
