import { describe, expect, test } from 'vitest'
import {
  MINUTE,
  SECOND,
  START,
  STOP,
  charge,
  chargelogOf,
  start,
  statusOf,
} from './charging-steps.ts'
import { START_MS, startBench } from './harness.ts'

describe('a start', () => {
  test('goes from requested to accepted and waits for the plug', async () => {
    const bench = await startBench()
    const attempt = await start(bench, '1')
    const seen = [attempt.status]
    for (let index = 0; index < 60; index += 1) {
      await bench.simulator.control.advance(100)
      const { status } = await statusOf(bench, attempt.id)
      if (seen.at(-1) !== status) seen.push(status)
    }
    expect(seen).toEqual(['REQUESTED', 'SENT', 'ACCEPTED', 'WAITING_FOR_TRANSACTION'])
    await bench.expectAsked('attemptRemoteStart')
    await bench.expectAsked('remoteStartAttemptStatus')
  })

  test('begins when a vehicle is plugged in, and tells its chargelog', async () => {
    const bench = await startBench()
    const { id } = await start(bench, '1')
    await bench.simulator.control.advance(MINUTE)
    expect(await statusOf(bench, id)).toMatchObject({ chargeLogId: null, isFailure: false })
    await bench.simulator.control.plugIn((await bench.connector('1')).id)
    await bench.simulator.control.advance(5 * SECOND)
    const { status, chargeLogId } = await statusOf(bench, id)
    expect(status).toBe('STARTED')
    expect(await chargelogOf(bench, chargeLogId)).toMatchObject({ status: 'started' })
    expect(await bench.connector('1')).toMatchObject({ ocpp: 'Charging', session: { isOwn: true } })
  })

  test('begins by itself when the vehicle is there already', async () => {
    const bench = await startBench()
    expect(await charge(bench, '1')).toMatchObject({ status: 'STARTED', isFailure: false })
  })

  test('is as quick as the pace that the control settles', async () => {
    const bench = await startBench()
    const { control } = bench.simulator
    await control.setPace(0.1)
    const { id } = await start(bench, '1')
    await control.plugIn((await bench.connector('1')).id)
    await control.advance(SECOND)
    const { status, chargeLogId } = await statusOf(bench, id)
    expect(status).toBe('STARTED')
    await control.advance(SECOND)
    expect((await chargelogOf(bench, chargeLogId)).energyConsumption).not.toBeNull()
  })

  test('expires when nothing is plugged in until validUntil', async () => {
    const bench = await startBench()
    const validUntil = new Date(START_MS + 5 * MINUTE).toISOString()
    const { id } = await start(bench, '1', { validUntil })
    await bench.simulator.control.advance(5 * MINUTE - 1)
    expect(await statusOf(bench, id)).toMatchObject({ isFailure: false })
    await bench.simulator.control.advance(1)
    expect(await statusOf(bench, id)).toMatchObject({ isFailure: true, status: 'EXPIRED' })
    await bench.simulator.control.plugIn((await bench.connector('1')).id)
    await bench.simulator.control.advance(MINUTE)
    expect(await bench.connector('1')).toMatchObject({ ocpp: 'Preparing', session: null })
  })

  test.each([
    ['2', 'occupied by us'],
    ['4', 'occupied by others'],
    ['5', 'not unplugged yet'],
    ['6', 'faulted'],
  ])('at connector %s (%s) is rejected with a reason', async (number) => {
    const bench = await startBench()
    const { id } = await start(bench, number)
    await bench.simulator.control.advance(5 * SECOND)
    const attempt = await statusOf(bench, id)
    expect(attempt).toMatchObject({ isFailure: true, status: 'REJECTED', chargeLogId: null })
    expect(attempt.failureReason).not.toBeNull()
  })

  test('of two at one connector only the first goes through', async () => {
    const bench = await startBench()
    const [first, second] = [await start(bench, '1'), await start(bench, '1')]
    await bench.simulator.control.plugIn((await bench.connector('1')).id)
    await bench.simulator.control.advance(MINUTE)
    expect(await statusOf(bench, first.id)).toMatchObject({ status: 'STARTED' })
    expect(await statusOf(bench, second.id)).toMatchObject({ status: 'REJECTED' })
    const journal = await bench.simulator.control.journal()
    expect(journal.filter(({ event }) => event === 'started')).toHaveLength(1)
  })

  test('with a card of somebody else is forbidden', async () => {
    const bench = await startBench()
    const { id: connectorId } = await bench.connector('1')
    const reply = await bench.send(START, { input: { connectorId, tagId: 'not ours' } })
    expect(reply.errors[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('times out when the station has no connection', async () => {
    const bench = await startBench()
    await bench.simulator.control.setFault('stationOffline')
    const { id } = await start(bench, '1')
    await bench.simulator.control.advance(MINUTE)
    expect(await statusOf(bench, id)).toMatchObject({ isFailure: true, status: 'TIMED_OUT' })
  })

  test('stops by itself after stopMinutes', async () => {
    const bench = await startBench()
    const { chargeLogId } = await charge(bench, '1', { stopMinutes: 15 })
    await bench.simulator.control.advance(16 * MINUTE)
    expect(await chargelogOf(bench, chargeLogId)).toMatchObject({ status: 'stopped' })
  })

  test('with a package costs the package and stops when it is over', async () => {
    const bench = await startBench()
    const { id } = await bench.connector('1')
    const [ratePackage] = await bench.ask<{ id: string; amount: number; automaticStop: number }[]>(
      'query ($id: String) { ratePackageByConnectorId(id: $id) { id amount automaticStop } }',
      { id },
    )
    const { chargeLogId } = await charge(bench, '1', { ratePackage: ratePackage?.id })
    await bench.simulator.control.advance(50 * MINUTE)
    const chargelog = await chargelogOf(bench, chargeLogId)
    expect(chargelog.cost?.total).toBe(ratePackage?.amount)
  })
})

describe('a running charge', () => {
  test('tells nothing before the first meter value and grows with each', async () => {
    const bench = await startBench()
    const { chargeLogId: uuid } = await charge(bench, '1')
    const ask = () =>
      bench.ask<Record<string, number | null>>(
        `query ($uuid: String!) { chargelogMeterValuesSummary(uuid: $uuid) {
          currentPower currentStateOfCharge energyFirstValue energyLastValue sumEnergy } }`,
        { uuid },
      )
    expect(await ask()).toEqual({
      currentPower: null,
      currentStateOfCharge: null,
      energyFirstValue: null,
      energyLastValue: null,
      sumEnergy: null,
    })
    await bench.simulator.control.advance(30 * MINUTE)
    const summary = await ask()
    expect(summary.currentPower).toBe(11_000)
    expect(summary.sumEnergy).toBeGreaterThan(5.4)
    expect(summary.sumEnergy).toBeLessThan(5.6)
    expect(summary.currentStateOfCharge).toBe(29)
    const countedWh = (summary.energyLastValue ?? 0) - (summary.energyFirstValue ?? 0)
    expect(countedWh).toBe(Math.round((summary.sumEnergy ?? 0) * 1000))
  })

  test('rests while the station suspends it and goes on afterwards', async () => {
    const bench = await startBench()
    const { chargeLogId } = await charge(bench, '1')
    const { id } = await bench.connector('1')
    await bench.simulator.control.advance(10 * MINUTE)
    await bench.simulator.control.setOcppStatus(id, 'SuspendedEVSE')
    await bench.simulator.control.advance(10 * SECOND)
    const before = await chargelogOf(bench, chargeLogId)
    await bench.simulator.control.advance(30 * MINUTE)
    const paused = await chargelogOf(bench, chargeLogId)
    expect(paused.energyConsumption).toBe(before.energyConsumption)
    await bench.simulator.control.setOcppStatus(id, 'Charging')
    await bench.simulator.control.advance(10 * MINUTE)
    const after = await chargelogOf(bench, chargeLogId)
    expect(after.energyConsumption).toBeCloseTo(2 * (before.energyConsumption ?? 0), 1)
  })

  test('ends in SuspendedEV when the battery is full', async () => {
    const bench = await startBench()
    await charge(bench, '1')
    await bench.simulator.control.advance(8 * 60 * MINUTE)
    expect(await bench.connector('1')).toMatchObject({ ocpp: 'SuspendedEV' })
  })
})

describe('a stop', () => {
  test('by the chargelog’s session id ends the charge and settles the account', async () => {
    const bench = await startBench()
    const { chargeLogId } = await charge(bench, '1')
    await bench.simulator.control.advance(30 * MINUTE)
    const { sessionId } = await chargelogOf(bench, chargeLogId)
    const answer = await bench.ask(STOP, { transaction: sessionId })
    expect(answer).toMatchObject({ code: 200, status: 'ACCEPTED' })
    await bench.simulator.control.advance(10 * SECOND)

    const done = await chargelogOf(bench, chargeLogId)
    expect(done).toMatchObject({ status: 'stopped' })
    expect(done.dateEnd).not.toBeNull()
    const countedWh = (done.meterEnd ?? 0) - done.meterStart
    expect(countedWh).toBe(Math.round((done.energyConsumption ?? 0) * 1000))
    expect(done.co2Saving).toBeCloseTo((done.energyConsumption ?? 0) * 0.48, 2)
    expect(done.cost?.total).toBeCloseTo((done.energyConsumption ?? 0) * 0.35, 2)
    expect(done.accountDocument?.title).toMatch(/^Invoice/)
    await bench.expectAsked('remoteStop')
  })

  test('leaves the connector finishing until the plug is out', async () => {
    const bench = await startBench()
    const { chargeLogId } = await charge(bench, '1')
    const { sessionId } = await chargelogOf(bench, chargeLogId)
    await bench.ask(STOP, { transaction: sessionId })
    await bench.simulator.control.advance(5 * SECOND)
    const { id, ocpp } = await bench.connector('1')
    expect(ocpp).toBe('Finishing')
    await bench.simulator.control.unplug(id)
    expect(await bench.connector('1')).toMatchObject({ ocpp: 'Available', vehicle: null })
  })

  test('of what is not ours is rejected', async () => {
    const bench = await startBench()
    const { session } = await bench.connector('4')
    const answer = await bench.ask(STOP, { transaction: session?.transactionId })
    expect(answer).toMatchObject({ status: 'REJECTED', code: 404 })
    await bench.simulator.control.advance(MINUTE)
    expect(await bench.connector('4')).toMatchObject({ ocpp: 'Charging' })
  })
})

describe('a vehicle that leaves too early', () => {
  test('takes no session with it', async () => {
    const bench = await startBench()
    const { id: connectorId } = await bench.connector('1')
    const { id } = await start(bench, '1')
    await bench.simulator.control.advance(10 * SECOND)
    await bench.simulator.control.plugIn(connectorId)
    await bench.simulator.control.unplug(connectorId)
    await bench.simulator.control.advance(10 * SECOND)
    expect(await statusOf(bench, id)).toMatchObject({ chargeLogId: null, isFailure: false })
    await bench.simulator.control.plugIn(connectorId)
    await bench.simulator.control.advance(10 * SECOND)
    expect(await statusOf(bench, id)).toMatchObject({ status: 'STARTED' })
  })

  test('while the transaction begins leaves an empty session behind', async () => {
    const bench = await startBench()
    const { id: connectorId } = await bench.connector('1')
    const { id } = await start(bench, '1')
    await bench.simulator.control.advance(10 * SECOND)
    await bench.simulator.control.plugIn(connectorId)
    let attempt = await statusOf(bench, id)
    while (attempt.chargeLogId === null) {
      await bench.simulator.control.advance(100)
      attempt = await statusOf(bench, id)
    }
    await bench.simulator.control.unplug(connectorId)
    await bench.simulator.control.advance(10 * SECOND)
    expect(await statusOf(bench, id)).toMatchObject({ isFailure: true, status: 'TIMED_OUT' })
    const chargelog = await chargelogOf(bench, attempt.chargeLogId)
    expect(chargelog).toMatchObject({ status: 'stopped', energyConsumption: 0 })
  })
})
