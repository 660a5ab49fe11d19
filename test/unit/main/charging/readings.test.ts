import { describe, expect, it } from 'vitest'
import type { Target } from '#contract/charging.ts'
import type { MeterReading } from '#main/site/reading.ts'
import {
  attempt,
  chargelog,
  chargelogParts,
  createRig,
  MINUTE_MS,
  optionOf,
  settle,
  START_MS,
  type Rig,
} from './rig.ts'

/** A charge at a connector of 22 kW that began a moment ago. */
async function charging(target: Target | null = null): Promise<Rig> {
  const rig = createRig()
  Object.assign(rig.connectors['c1'] ?? {}, { maxPowerKW: 22 })
  const optionId = await optionOf(rig)
  const request = { connectorId: 'c1', optionId, requestId: 'r1' }
  await rig.charging.start({ ...request, ...(target && { target }) })
  await settle()
  rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
  recorded(rig, 0.1)
  await rig.pass(2_000)
  return rig
}

function recorded(rig: Rig, energyKWh: number): void {
  rig.world.running = [chargelog({ startedAtMs: START_MS, energyKWh })]
}

async function metered(rig: Rig, change: Partial<MeterReading>): Promise<void> {
  const atMs = rig.clock.now()
  const none = { stateOfChargePercent: null, initialStateOfChargePercent: null }
  const reading = { sessionId: 'log-1', powerW: 11_000, energyKWh: 1, measuredAtMs: atMs, ...none }
  rig.charging.takeMeters([{ ...reading, ...change }], atMs)
  await settle()
}

/** An energy each five minutes, measured by a clock that `clockMs` tells; the record is silent. */
async function chargesOn(rig: Rig, clockMs: (nowMs: number) => number): Promise<void> {
  for (let energyKWh = 2; energyKWh <= 11; energyKWh += 1) {
    await rig.pass(5 * MINUTE_MS, MINUTE_MS)
    await metered(rig, { energyKWh, measuredAtMs: clockMs(rig.clock.now()) })
  }
}

describe('a time of the meter that cannot be', () => {
  const aheadMs = [60 * MINUTE_MS, Date.parse('2036-02-07T06:28:16Z') - START_MS]

  it.each(aheadMs)('%d ms ahead, once, freezes neither energy nor target', async (ms) => {
    const rig = await charging({ kind: 'energy', energyKWh: 10 })
    await metered(rig, { measuredAtMs: rig.clock.now() + ms })
    await chargesOn(rig, (nowMs) => nowMs)
    expect(rig.onlySession().energyKWh).toBe(11)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('after a restart in 1970 freezes neither energy nor target', async () => {
    const rig = await charging({ kind: 'energy', energyKWh: 10 })
    await metered(rig, {})
    await chargesOn(rig, (nowMs) => nowMs - START_MS)
    expect(rig.onlySession()).toMatchObject({ energyKWh: 11, meterAtMs: rig.clock.now() })
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('of a clock that was set back by a little does not freeze the energy either', async () => {
    const rig = await charging()
    await rig.pass(20 * MINUTE_MS, MINUTE_MS)
    await metered(rig, {})
    await rig.pass(5 * MINUTE_MS, MINUTE_MS)
    await metered(rig, { energyKWh: 2, measuredAtMs: rig.clock.now() - 15 * MINUTE_MS })
    expect(rig.onlySession().energyKWh).toBe(2)
  })
})

describe('a reading from before the session', () => {
  const old = { energyKWh: 0.5, stateOfChargePercent: 78, measuredAtMs: START_MS - 60 * MINUTE_MS }

  it('is not shown as the charge’s', async () => {
    const rig = await charging()
    rig.isDesk = true
    await metered(rig, old)
    const none = { powerW: null, stateOfChargePercent: null, meterAtMs: null, energyKWh: 0.1 }
    expect(rig.onlySession()).toMatchObject({ ...none, warnings: ['readings-left-out'] })
    expect(rig.charging.readingsLeftOut()).toBe(4)
  })

  it.each([
    { kind: 'charge', percent: 70 },
    { kind: 'energy', energyKWh: 1 },
  ] as const)('reaches no target: %j', async (target) => {
    const rig = await charging(target)
    for (let times = 0; times < 3; times += 1) {
      await metered(rig, { ...old, energyKWh: 1.2, measuredAtMs: old.measuredAtMs + times })
      await rig.pass(40_000)
    }
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })
})

describe('a value that cannot be', () => {
  it.each([65_535, 255, 101])(
    '%d percent of charge reaches no target and is not shown',
    async (soc) => {
      const rig = await charging({ kind: 'charge', percent: 80 })
      for (const stateOfChargePercent of [41, soc, soc, 41]) {
        await metered(rig, { stateOfChargePercent, measuredAtMs: rig.clock.now() })
        await rig.pass(5_000)
        expect(rig.onlySession().stateOfChargePercent).toBe(41)
      }
      expect(rig.platform.count('RemoteStop')).toBe(0)
    },
  )

  it.each([
    ['Wh for kWh', 530],
    ['a register of a whole life', 7_930],
    ['less than nothing', -2_260],
  ])('an energy of %s reaches no target and is not shown', async (_, wrong) => {
    const rig = await charging({ kind: 'energy', energyKWh: 20 })
    for (const energyKWh of [0.2, wrong, wrong, 0.26]) {
      await rig.pass(5_000)
      await metered(rig, { energyKWh })
    }
    expect(rig.onlySession().energyKWh).toBe(0.26)
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })

  it('that could be by now, but not since the last reading, waits for a second one', async () => {
    const rig = await charging({ kind: 'energy', energyKWh: 30 })
    await rig.pass(120 * MINUTE_MS, MINUTE_MS)
    await metered(rig, { energyKWh: 10 })
    await rig.pass(5_000)
    await metered(rig, { energyKWh: 40 })
    expect(rig.onlySession().energyKWh).toBe(10)
    await rig.pass(5_000)
    await metered(rig, { energyKWh: 10.1 })
    expect(rig.onlySession().energyKWh).toBe(10.1)
    await metered(rig, { energyKWh: 40 })
    await rig.pass(5_000)
    await metered(rig, { energyKWh: 40.1 })
    expect(rig.onlySession().energyKWh).toBe(40.1)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('is counted, and staff are told', async () => {
    const rig = await charging()
    rig.isDesk = true
    expect(rig.onlySession()).not.toHaveProperty('warnings')
    await metered(rig, { energyKWh: null, powerW: 22_000_000, stateOfChargePercent: 255 })
    expect(rig.onlySession()).toMatchObject({ powerW: null, warnings: ['readings-left-out'] })
    expect(rig.charging.readingsLeftOut()).toBe(2)
    expect(rig.logged.join()).toContain('readings of a session are left out')
    rig.isDesk = false
    expect(rig.onlySession()).not.toHaveProperty('warnings')
  })
})

describe('the energy of a session', () => {
  it('does not fall where the register begins anew, and goes on by the record', async () => {
    const rig = await charging()
    await rig.pass(30 * MINUTE_MS, MINUTE_MS)
    await metered(rig, { energyKWh: 5 })
    for (const energyKWh of [0.1, 0.2, 0.3]) {
      await rig.pass(MINUTE_MS)
      await metered(rig, { energyKWh })
      expect(rig.onlySession().energyKWh).toBe(5)
    }
    recorded(rig, 5.5)
    rig.refresh()
    expect(rig.onlySession().energyKWh).toBe(5.5)
    expect(rig.charging.readingsLeftOut()).toBe(3)
  })

  it('is that of the record where the meter is behind', async () => {
    const rig = await charging()
    await rig.pass(30 * MINUTE_MS, MINUTE_MS)
    await metered(rig, { energyKWh: 5 })
    recorded(rig, 5.2)
    rig.refresh()
    expect(rig.onlySession().energyKWh).toBe(5.2)
  })
})

describe('a record that says less than was metered', () => {
  async function endedWith(energyKWh: number): Promise<Rig> {
    const rig = await charging()
    rig.isDesk = true
    await rig.pass(60 * MINUTE_MS, MINUTE_MS)
    await metered(rig, { energyKWh: 12.8 })
    const record = chargelogParts({ energyConsumption: energyKWh, accountDocument: null })
    rig.platform.on('Chargelog', () => ({ chargelog: record }))
    const ended = { status: 'stopped', startedAtMs: START_MS, endedAtMs: rig.clock.now() }
    rig.world.running = [chargelog({ ...ended, energyKWh })]
    rig.refresh()
    return rig
  }

  it('does not take it away: both are told, and staff are warned', async () => {
    const rig = await endedWith(0)
    const told = {
      energyKWh: 12.8,
      summary: { energyKWh: 12.8, recordKWh: 0 },
      warnings: ['energy-differs'],
    }
    expect(rig.onlySession()).toMatchObject(told)
    await rig.pass(2_000)
    expect(rig.onlySession()).toMatchObject({ ...told, summary: { cost: { grossAmount: 8.54 } } })
  })

  it('is told no more once it is corrected', async () => {
    const rig = await endedWith(0)
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts({ energyConsumption: 12.9 }) }))
    await rig.pass(5_000)
    expect(rig.onlySession()).toMatchObject({ energyKWh: 12.9, summary: { energyKWh: 12.9 } })
    expect(rig.onlySession().summary).not.toHaveProperty('recordKWh')
    expect(rig.onlySession()).not.toHaveProperty('warnings')
  })

  it('is taken as it is where the difference is rounding, once it is final', async () => {
    const rig = await endedWith(12.7)
    // A record of seconds ago is no rounding: until it is final, nothing is taken back.
    expect(rig.onlySession()).toMatchObject({ energyKWh: 12.8, summary: { energyKWh: 12.8 } })
    await rig.pass(2 * MINUTE_MS)
    const final = { energyKWh: 12.7, complete: true }
    expect(rig.onlySession()).toMatchObject({ energyKWh: 12.7, summary: final })
    expect(rig.onlySession().summary).not.toHaveProperty('recordKWh')
  })
})
