import { describe, expect, it } from 'vitest'
import { platformFailure } from './fake-platform.ts'
import {
  chargelog,
  chargelogParts,
  createRig,
  MINUTE_MS,
  settle,
  START_MS,
  type Rig,
} from './rig.ts'

const lastMeter = {
  sessionId: 'log-1',
  powerW: 11_000,
  energyKWh: 2,
  stateOfChargePercent: null,
  initialStateOfChargePercent: null,
  measuredAtMs: START_MS,
}

function charging(): Rig {
  const rig = createRig()
  rig.world.running = [chargelog({ startedAtMs: START_MS })]
  rig.refresh()
  return rig
}

function stopped(rig: Rig): void {
  rig.world.running = []
  rig.world.chargelogs = [
    chargelog({ startedAtMs: START_MS, status: 'stopped', endedAtMs: START_MS, energyKWh: 24 }),
  ]
  rig.refresh()
  rig.refresh()
}

describe('a session that has stopped', () => {
  it('has a summary at once from what is known, then as delivered', async () => {
    const rig = charging()
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts() }))
    rig.charging.takeMeters([lastMeter], START_MS)
    stopped(rig)
    expect(rig.onlySession()).toMatchObject({
      status: 'stopped',
      powerW: null,
      energyKWh: 24,
      summary: { energyKWh: 24, meterStart: null, complete: false },
    })
    const changesBefore = rig.changes()
    await settle()
    expect(rig.changes()).toBeGreaterThan(changesBefore)
    expect(rig.onlySession().summary).toEqual({
      startedAtMs: Date.parse('2026-11-23T14:37:30.000Z'),
      endedAtMs: Date.parse('2026-11-23T15:07:30.000Z'),
      energyKWh: 24.37,
      meterStart: 24_370_000,
      meterEnd: 48_740_000,
      rateName: 'Standard Rate',
      cost: {
        currency: 'EUR',
        grossAmount: 8.54,
        localAmount: null,
        items: [
          {
            description: 'Energy',
            netAmount: 7.12,
            taxAmount: 1.42,
            taxRatePercent: 20,
            grossAmount: 8.54,
            localAmount: null,
          },
        ],
      },
      co2SavingKg: 11.7,
      documentUrl: 'https://documents.example/doc-1.pdf',
      calibrationUrl: null,
      documentTitle: 'Invoice 2026-001',
      complete: true,
    })
  })

  it('takes the total where there is no gross amount: it is gross in every example', async () => {
    const rig = charging()
    const cost = chargelogParts().cost
    rig.platform.on('Chargelog', () => ({
      chargelog: chargelogParts({ cost: cost && { ...cost, grossAmount: null, costItems: null } }),
    }))
    stopped(rig)
    await settle()
    expect(rig.onlySession().summary?.cost).toEqual({
      currency: 'EUR',
      grossAmount: 8.54,
      localAmount: null,
      items: [],
    })
  })

  it('has the account’s currency where the bill names none', async () => {
    const rig = charging()
    const { cost } = chargelogParts()
    rig.platform.on('Chargelog', () => ({
      chargelog: chargelogParts({ cost: cost && { ...cost, currency: null } }),
    }))
    stopped(rig)
    await settle()
    expect(rig.onlySession().summary?.cost).toMatchObject({ currency: 'EUR', grossAmount: 8.54 })
  })

  it('tells the amounts of the place only where they are others', async () => {
    const rig = charging()
    const { cost } = chargelogParts()
    const [item] = cost?.costItems ?? []
    const local = { ...item, grossAmountLocalCurrency: 211.4 } as typeof item
    rig.platform.on('Chargelog', () => ({
      chargelog: chargelogParts({
        cost: cost && {
          ...cost,
          grossAmountLocalCurrency: 8.54,
          costItems: local ? [local] : [],
        },
      }),
    }))
    stopped(rig)
    await settle()
    const told = { localAmount: null, items: [{ grossAmount: 8.54, localAmount: 211.4 }] }
    expect(rig.onlySession().summary?.cost).toMatchObject(told)
  })

  it('is asked again until its cost is there', async () => {
    const rig = charging()
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts({ cost: null }) }))
    stopped(rig)
    await rig.pass(20_000)
    expect(rig.onlySession().summary).toMatchObject({ cost: null, complete: false })
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts() }))
    await rig.pass(5_000)
    expect(rig.onlySession().summary).toMatchObject({ cost: { grossAmount: 8.54 }, complete: true })
    const asked = rig.platform.count('Chargelog')
    await rig.pass(30_000)
    expect(rig.platform.count('Chargelog')).toBe(asked)
  })

  it('has a final sum without a document when two answers a minute apart agree', async () => {
    const rig = charging()
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts({ accountDocument: null }) }))
    stopped(rig)
    await rig.pass(55_000)
    expect(rig.onlySession().summary?.complete).toBe(false)
    await rig.pass(15_000)
    expect(rig.onlySession().summary?.complete).toBe(true)
  })

  it('is complete without a cost where charging is free', async () => {
    const rig = charging()
    Object.assign(rig.connectors['c1'] ?? {}, { freeOfCharge: true })
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts({ cost: null }) }))
    stopped(rig)
    await settle()
    expect(rig.onlySession().summary?.complete).toBe(true)
  })

  it('keeps what it knew when an answer leaves it out or does not come', async () => {
    const rig = charging()
    rig.platform.on('Chargelog', () => ({
      chargelog: chargelogParts({ energyConsumption: null, cost: null, dateEnd: null }),
    }))
    stopped(rig)
    await settle()
    expect(rig.onlySession().summary).toMatchObject({ energyKWh: 24, endedAtMs: START_MS })
    rig.platform.on('Chargelog', () => {
      throw platformFailure('offline', 'not-carried-out')
    })
    await rig.pass(10_000)
    expect(rig.onlySession().summary).toMatchObject({ energyKWh: 24 })
  })

  it('is not told by the record of another session', async () => {
    const rig = charging()
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts({ id: 'another' }) }))
    stopped(rig)
    await rig.pass(5_000)
    expect(rig.onlySession().summary).toMatchObject({ energyKWh: 24, cost: null, complete: false })
    expect(rig.logged.join()).toContain('another session was told')
  })

  it('takes a total that changes a minute after the end, and calls it final later', async () => {
    const rig = charging()
    const total = (gross: number): void => {
      const { cost } = chargelogParts()
      const changed = cost && { ...cost, total: gross, grossAmount: gross }
      const parts = chargelogParts({ cost: changed, accountDocument: null })
      rig.platform.on('Chargelog', () => ({ chargelog: parts }))
    }
    total(22.5)
    rig.charging.watch('log-1')
    stopped(rig)
    await rig.pass(57_000)
    total(30.24)
    await rig.pass(50_000)
    const cost = { grossAmount: 30.24 }
    expect(rig.onlySession().summary).toMatchObject({ cost, complete: false })
    await rig.pass(30_000)
    expect(rig.onlySession().summary).toMatchObject({ cost, complete: true })
  })

  it('is asked on while somebody looks at it, and its sum never called final by itself', async () => {
    const rig = charging()
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts({ cost: null }) }))
    rig.charging.watch('log-1')
    stopped(rig)
    await rig.pass(11 * MINUTE_MS, 5_000)
    const asked = rig.platform.count('Chargelog')
    expect(asked).toBeLessThan(70)
    expect(rig.onlySession().summary?.complete).toBe(false)
    await rig.pass(MINUTE_MS, 5_000)
    expect(rig.platform.count('Chargelog')).toBeGreaterThan(asked)
    await rig.pass(3 * MINUTE_MS, 5_000)
    expect(rig.charging.state().sessions).toEqual([])
  })

  it('goes away when the guest leaves', async () => {
    const rig = charging()
    stopped(rig)
    await settle()
    rig.charging.leave({ startId: null, sessionId: 'log-1' })
    expect(rig.charging.state().sessions).toEqual([])
    rig.refresh()
    expect(rig.charging.state().sessions).toEqual([])
    expect(rig.charging.plan().chargelogIds).toEqual([])
  })

  it('goes away by itself three minutes after its summary is complete', async () => {
    const rig = charging()
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts() }))
    rig.charging.watch('log-1')
    stopped(rig)
    await rig.pass(2 * MINUTE_MS)
    expect(rig.charging.state().sessions).toHaveLength(1)
    await rig.pass(70_000)
    expect(rig.charging.state().sessions).toEqual([])
  })

  it('goes away three minutes after the stop when nobody looks at it, link or no link', async () => {
    const rig = charging()
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts({ cost: null }) }))
    stopped(rig)
    await rig.clock.advance(3 * MINUTE_MS + 10_000)
    expect(rig.charging.state().sessions).toEqual([])
  })

  it('does not come back by a late answer that still calls it running', () => {
    const rig = charging()
    stopped(rig)
    rig.charging.leave({ startId: null, sessionId: 'log-1' })
    rig.world.running = [chargelog()]
    rig.refresh()
    expect(rig.charging.state().sessions).toEqual([])
  })

  it('does not go away while it runs, even when the guest leaves', () => {
    const rig = charging()
    rig.charging.leave({ startId: null, sessionId: 'log-1' })
    expect(rig.onlySession().status).toBe('charging')
  })
})
