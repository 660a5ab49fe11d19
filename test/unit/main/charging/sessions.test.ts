import { describe, expect, it } from 'vitest'
import { chargelog, createRig, MINUTE_MS, START_MS, type Rig } from './rig.ts'

const meter = (atMs: number, powerW: number | null, energyKWh: number | null = 2) => ({
  sessionId: 'log-1',
  powerW,
  energyKWh,
  stateOfChargePercent: 55,
  initialStateOfChargePercent: 20,
  measuredAtMs: atMs,
})

function charging(): Rig {
  const rig = createRig()
  rig.world.running = [chargelog({ startedAtMs: START_MS })]
  rig.refresh()
  return rig
}

describe('a running session', () => {
  it.each([
    ['started', 'charging'],
    ['STARTED', 'charging'],
    ['roaming_start', 'charging'],
    ['waiting_for_transaction', 'waiting'],
    ['roaming_waiting_for_transaction', 'waiting'],
    ['levitating', 'unknown'],
  ])('that the platform calls %s is shown as %s', (status, shown) => {
    const rig = createRig()
    rig.world.running = [chargelog({ status })]
    rig.refresh()
    expect(rig.onlySession().status).toBe(shown)
  })

  it('shows what the chargelog and the meter say', () => {
    const rig = charging()
    rig.world.running = [
      chargelog({ startedAtMs: START_MS, cost: { amount: 1.2, currency: 'EUR' } }),
    ]
    rig.refresh()
    rig.charging.takeMeters([meter(START_MS + 5_000, 11_000)], START_MS + 6_000)
    expect(rig.onlySession()).toMatchObject({
      id: 'log-1',
      connectorId: 'c1',
      startedAtMs: START_MS,
      energyKWh: 2,
      powerW: 11_000,
      stateOfChargePercent: 55,
      initialStateOfChargePercent: 20,
      meterAtMs: START_MS + 5_000,
      rateName: 'Standard Rate',
      cost: { amount: 1.2, currency: 'EUR' },
      powerCurve: [{ atMs: START_MS + 5_000, powerW: 11_000 }],
      stop: null,
      summary: null,
      freshness: 'live',
    })
  })

  it('takes its energy from the chargelog while the meter is silent', () => {
    const rig = charging()
    rig.charging.takeMeters([meter(START_MS, null, null)], START_MS)
    expect(rig.onlySession()).toMatchObject({ energyKWh: 1.5, powerW: null, powerCurve: [] })
  })

  it('leaves out meter values that are older than the known ones', () => {
    const rig = charging()
    rig.charging.takeMeters([meter(START_MS + 10_000, 9_000)], START_MS + 10_000)
    rig.charging.takeMeters([meter(START_MS + 5_000, 3_000)], START_MS + 11_000)
    expect(rig.onlySession().powerW).toBe(9_000)
  })

  it('keeps the curve of a whole day in sixty points, oldest first', () => {
    const rig = charging()
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const atMs = START_MS + minute * MINUTE_MS
      rig.charging.takeMeters([meter(atMs, minute)], atMs)
    }
    const { powerCurve } = rig.onlySession()
    expect(powerCurve.length).toBeLessThanOrEqual(60)
    expect(powerCurve.length).toBeGreaterThan(30)
    expect(powerCurve[0]).toEqual({ atMs: START_MS, powerW: 0 })
    expect(powerCurve.at(-1)?.powerW).toBe(1_439)
    expect(powerCurve.map(({ atMs }) => atMs)).toEqual(
      powerCurve.map(({ atMs }) => atMs).toSorted(),
    )
    const gaps = powerCurve.slice(1).map(({ atMs }, index) => atMs - (powerCurve[index]?.atMs ?? 0))
    expect(new Set(gaps.slice(0, -2)).size).toBe(1)
  })

  it('of another site is left out', () => {
    const rig = createRig()
    rig.world.running = [chargelog({ connectorId: 'elsewhere' })]
    rig.refresh()
    expect(rig.charging.state().sessions).toEqual([])
    rig.world.running = []
    rig.refresh()
    expect(rig.charging.plan()).toMatchObject({ chargelogIds: [], meterSessionIds: [] })
  })

  it('comes first with its meter values while somebody looks at it', () => {
    const rig = createRig()
    rig.world.running = [
      chargelog({ id: 'a' }),
      chargelog({ id: 'b', connectorId: 'c2' }),
      chargelog({ id: 'c', connectorId: 'c2' }),
    ]
    rig.refresh()
    rig.charging.watch('c')
    expect(rig.charging.plan().meterSessionIds).toEqual(['c', 'a', 'b'])
    rig.charging.watch(null)
    expect(rig.charging.plan().meterSessionIds).toEqual(['a', 'b', 'c'])
  })
})

describe('a session that vanishes from the running ones', () => {
  it('is asked for by its id at once, and shown as before until the answer', () => {
    const rig = charging()
    rig.world.running = []
    rig.refresh()
    expect(rig.urgencies()).toBe(1)
    expect(rig.charging.plan().chargelogIds).toEqual(['log-1'])
    expect(rig.onlySession().status).toBe('charging')
  })

  it('goes on when its id says that it still runs', async () => {
    const rig = charging()
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ energyKWh: 7 })]
    await rig.pass(30_000)
    expect(rig.onlySession()).toMatchObject({ status: 'charging', energyKWh: 7 })
    expect(rig.charging.plan().chargelogIds).toEqual(['log-1'])
    rig.world.running = [chargelog()]
    rig.refresh()
    expect(rig.charging.plan().chargelogIds).toEqual([])
  })

  it('is unknown when the platform denies it, and goes away after a while', async () => {
    const rig = charging()
    rig.world.running = []
    await rig.pass(5_000)
    expect(rig.onlySession().status).toBe('unknown')
    expect(rig.logged.join()).toContain('does not know a session')
    await rig.pass(6 * MINUTE_MS)
    expect(rig.charging.state().sessions).toEqual([])
    expect(rig.charging.plan().chargelogIds).toEqual([])
  })

  it('is not unknown for one answer that lacks it', () => {
    const rig = charging()
    rig.world.running = []
    rig.refresh()
    rig.refresh()
    expect(rig.onlySession().status).toBe('charging')
  })

  it('is shown again should the platform know it again', async () => {
    const rig = charging()
    rig.world.running = []
    await rig.pass(10 * MINUTE_MS, 5_000)
    rig.world.running = [chargelog()]
    rig.refresh()
    expect(rig.onlySession().status).toBe('charging')
  })
})
