import { describe, expect, test } from 'vitest'
import type { FaultOptions } from '#simulator/faults/faults.ts'
import {
  charge,
  chargelogOf,
  MINUTE,
  SECOND,
  START,
  start,
  statusOf,
  STOP,
  tagFor,
  VEHICLE,
} from './charging-steps.ts'
import { START_MS, startBench, type TestBench } from './harness.ts'

const RUNNING = `{ chargelogsPaged(filters: { status: started }, pagination: { limit: 100 }) {
  data { id status sessionId }
} }`
const METER = `query ($id: String!) { chargelogMeterValuesSummary(uuid: $id) {
  sumEnergy currentStateOfCharge energyUpdatedAt energyLastValue
} }`
const RECORD = 'query ($id: ID!) { chargelog(id: $id) { status dateStart energyConsumption } }'

interface Listed {
  id: string
  status: string
  sessionId: string | null
}
interface Meter {
  sumEnergy: number
  currentStateOfCharge: number
  energyUpdatedAt: string
}

const listed = async (bench: TestBench, id: string | null): Promise<Listed | undefined> => {
  const { data } = await bench.ask<{ data: Listed[] }>(RUNNING)
  return data.find((each) => each.id === id)
}
const meterOf = (bench: TestBench, id: string | null) => bench.ask<Meter>(METER, { id })
const measuredAt = async (bench: TestBench, id: string | null): Promise<number> =>
  Date.parse((await meterOf(bench, id)).energyUpdatedAt)

/** A charge of five minutes at connector 1, by its chargelog. */
async function charging() {
  const bench = await startBench()
  const { control } = bench.simulator
  const { chargeLogId: id } = await charge(bench, '1')
  await control.advance(5 * MINUTE)
  const rightly = await meterOf(bench, id)
  return { bench, control, id, rightly }
}

describe('answeredWrongly: carried out, and then', () => {
  const wrongly: [FaultOptions['answeredWrongly'], { status: number; text: RegExp }][] = [
    [{}, { status: 200, text: /Guest Wi-Fi/ }],
    [{ as: 'redirect' }, { status: 302, text: /Guest Wi-Fi/ }],
    [
      { as: 'status', status: 404 },
      { status: 404, text: /<h1>404/ },
    ],
    [{ as: 'nested' }, { status: 200, text: /"path":\["attemptRemoteStart","id"\]/ }],
    [
      { as: 'nested', code: 'FORBIDDEN' },
      { status: 200, text: /"data":null.*FORBIDDEN/ },
    ],
    [
      { as: 'body', status: 500 },
      { status: 500, text: /"data":null.*UNAUTHENTICATED/ },
    ],
  ]
  test.each(wrongly)('%j', async (options, { status, text }) => {
    const bench = await startBench()
    const { control, endpoint } = bench.simulator
    const { sessionToken } = await bench.signIn()
    const { id: connectorId } = await bench.connector('1')
    const tagId = await tagFor(bench, connectorId)
    await control.setFault('answeredWrongly', { ...options, operations: ['attemptRemoteStart'] })
    const response = await fetch(endpoint, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${sessionToken}` },
      body: JSON.stringify({ query: START, variables: { input: { connectorId, tagId } } }),
    })
    expect(response.status).toBe(status)
    expect(await response.text()).toMatch(text)
    expect((await control.journal()).at(-1)).toMatchObject({ outcome: 'REQUESTED' })
  })
})

describe('readings', () => {
  test.each([
    [{}, 60 * MINUTE],
    [{ ms: -MINUTE }, -MINUTE],
  ] as const)('meterClock %j', async (options, aheadMs) => {
    const { bench, control, id, rightly } = await charging()
    await control.setFault('meterClock', options)
    expect(await measuredAt(bench, id)).toBe(Date.parse(rightly.energyUpdatedAt) + aheadMs)
  })

  test('meterClock: a station that does not know what day it is counts from 1970', async () => {
    const { bench, control, id } = await charging()
    await control.setFault('meterClock', { from1970: true })
    await control.advance(MINUTE)
    expect(await measuredAt(bench, id)).toBeLessThan(2 * MINUTE)
  })

  test.each([
    ['thousandfold', (kWh: number) => kWh > 500],
    ['negative', (kWh: number) => kWh < 0],
  ] as const)('wrongReading %s: one reading is impossible, the next is right', async (as, isIt) => {
    const { bench, control, id } = await charging()
    await control.setFault('wrongReading', { as })
    await control.advance(10 * SECOND)
    expect(isIt((await meterOf(bench, id)).sumEnergy)).toBe(true)
    expect((await chargelogOf(bench, id)).energyConsumption).toBeLessThan(2)
    await control.advance(10 * SECOND)
    expect(isIt((await meterOf(bench, id)).sumEnergy)).toBe(false)
  })

  test('wrongReading: in the record alone, or in both', async () => {
    const { bench, control, id } = await charging()
    await control.setFault('wrongReading', { where: 'record' })
    await control.advance(10 * SECOND)
    expect((await chargelogOf(bench, id)).energyConsumption).toBeGreaterThan(500)
    expect((await meterOf(bench, id)).sumEnergy).toBeLessThan(2)
  })

  test('wrongReading: a state of charge that nobody set', async () => {
    const { bench, control, id, rightly } = await charging()
    await control.setFault('wrongReading', { as: 'soc' })
    await control.advance(10 * SECOND)
    expect(await meterOf(bench, id)).toMatchObject({ currentStateOfCharge: 65_535 })
    await control.clearFaults()
    expect(rightly.currentStateOfCharge).toBeLessThan(30)
  })

  test('registerReset: the meter counts anew, the record goes on', async () => {
    const { bench, control, id, rightly } = await charging()
    await control.setFault('registerReset')
    await control.advance(MINUTE)
    expect((await meterOf(bench, id)).sumEnergy).toBeLessThan(rightly.sumEnergy)
    const { energyConsumption } = await chargelogOf(bench, id)
    expect(energyConsumption).toBeGreaterThan(rightly.sumEnergy)
  })

  test('the stations’ own registers are told as they are', async () => {
    const { control, id, rightly } = await charging()
    await control.setFault('wrongReading')
    await control.advance(10 * SECOND)
    const metered = (await control.metered(START_MS)).find((each) => each.chargelogId === id)
    expect(metered?.energyWh).toBeGreaterThan(rightly.sumEnergy * 1000)
    expect(metered).toMatchObject({ endedMs: null, finalAmount: null })
  })
})

describe('records', () => {
  test('seemsStopped: left out of lists, against the answer to its id', async () => {
    const { bench, control, id } = await charging()
    await control.setFault('seemsStopped', { as: 'left-out', times: 1 })
    expect(await listed(bench, id)).toBeUndefined()
    expect(await chargelogOf(bench, id)).toMatchObject({ status: 'started' })
    expect(await listed(bench, id)).toBeDefined()
  })

  test('seemsStopped: listed as stopped, or stopped everywhere', async () => {
    const { bench, control, id } = await charging()
    await control.setFault('seemsStopped', { as: 'listed' })
    expect(await listed(bench, id)).toMatchObject({ status: 'stopped' })
    expect(await chargelogOf(bench, id)).toMatchObject({ status: 'started', dateEnd: null })
    await control.setFault('seemsStopped')
    expect(await listed(bench, id)).toBeUndefined()
    expect(await chargelogOf(bench, id)).toMatchObject({ status: 'stopped' })
    await control.clearFaults()
    expect(await listed(bench, id)).toMatchObject({ status: 'started' })
  })

  test('staleRecords: what has begun is not there yet, and what has ended goes on', async () => {
    const { bench, control, id } = await charging()
    await control.stopElsewhere((await bench.connector('1')).id)
    await control.advance(5 * SECOND)
    await control.setFault('staleRecords', { ms: 30 * SECOND })
    expect(await listed(bench, id)).toMatchObject({ status: 'started' })
    const stale = await chargelogOf(bench, id)
    expect(stale).toMatchObject({ status: 'started', dateEnd: null, accountDocument: null })
    await control.clearFaults()
    const now = await chargelogOf(bench, id)
    expect(now.status).toBe('stopped')
    expect(now.energyConsumption).toBeGreaterThan(stale.energyConsumption ?? 0)
    await control.setFault('staleRecords', { ms: 20 * MINUTE })
    expect(await listed(bench, id)).toBeUndefined()
  })

  test('noSessionIds: in lists alone, or by id, too', async () => {
    const { bench, control, id } = await charging()
    await control.setFault('noSessionIds')
    expect(await listed(bench, id)).toMatchObject({ sessionId: null })
    expect((await chargelogOf(bench, id)).sessionId).not.toBeNull()
    await control.setFault('noSessionIds', { where: 'everywhere' })
    expect((await chargelogOf(bench, id)).sessionId).toBeNull()
  })

  test('lateSum: too low at first, right and invoiced later', async () => {
    const { bench, control, id } = await charging()
    await control.setFault('lateSum', { ms: 40 * SECOND })
    await control.stopElsewhere((await bench.connector('1')).id)
    await control.advance(10 * SECOND)
    const [first] = (await control.metered()).filter((each) => each.chargelogId === id)
    const early = await chargelogOf(bench, id)
    expect(early.cost?.total).toBeLessThan(first?.finalAmount ?? 0)
    expect(early.accountDocument).toBeNull()
    await control.advance(40 * SECOND)
    const late = await chargelogOf(bench, id)
    expect(late.cost?.total).toBe(first?.finalAmount)
    expect(late.accountDocument).not.toBeNull()
  })

  test('clockSkew: sessions bear times of the platform’s clock', async () => {
    const { bench, control, id } = await charging()
    const before = await bench.ask<{ dateStart: string }>(RECORD, { id })
    await control.setFault('clockSkew', { ms: 45 * MINUTE })
    const after = await bench.ask<{ dateStart: string }>(RECORD, { id })
    expect(Date.parse(after.dateStart) - Date.parse(before.dateStart)).toBe(45 * MINUTE)
  })
})

describe('at the station', () => {
  test.each(['stopRejected', 'stopSilent'] as const)('%s for some minutes', async (name) => {
    const bench = await startBench()
    const { control } = bench.simulator
    await control.setFault(name, { forMs: 3 * MINUTE })
    const { session } = await bench.connector('2')
    const stop = () => bench.ask(STOP, { transaction: session?.transactionId })
    await stop()
    await control.advance(3 * MINUTE)
    expect(await bench.connector('2')).toMatchObject({ ocpp: 'Charging' })
    expect(await control.activeFaults()).toEqual([])
    expect(await stop()).toMatchObject({ status: 'ACCEPTED' })
    await control.advance(5 * SECOND)
    expect(await bench.connector('2')).toMatchObject({ session: null })
  })

  test.each([
    ['newer', 1],
    ['older', 0],
  ] as const)('secondAttempt: let through; the plug begins the %s', async (begins, place) => {
    const bench = await startBench()
    const { control } = bench.simulator
    await control.setFault('secondAttempt', { begins })
    const attempts = [await start(bench, '1'), await start(bench, '1')]
    await control.advance(10 * SECOND)
    const { id, attemptIds } = await bench.connector('1')
    expect(attemptIds).toEqual(attempts.map((attempt) => attempt.id))
    await control.plugIn(id, VEHICLE)
    await control.advance(10 * SECOND)
    const all = await Promise.all(attempts.map((attempt) => statusOf(bench, attempt.id)))
    expect(all.map(({ chargeLogId }) => chargeLogId !== null)).toEqual(
      [0, 1].map((each) => each === place),
    )
  })
})

test('another terminal of the account starts and stops', async () => {
  const bench = await startBench()
  const { control } = bench.simulator
  const { id } = await bench.connector('1')
  const { transactionId, attemptId } = await control.startElsewhere(id)
  expect((await bench.connector('1')).attemptIds).toEqual([attemptId])
  await control.plugIn(id, VEHICLE)
  await control.advance(10 * SECOND)
  expect(await statusOf(bench, attemptId)).toMatchObject({ status: 'STARTED' })
  expect(await bench.connector('1')).toMatchObject({ session: { transactionId, isOwn: true } })
  await control.stopElsewhere(id)
  await control.advance(5 * SECOND)
  expect(await bench.connector('1')).toMatchObject({ session: null })
  await expect(control.startElsewhere(id, 'No such card')).rejects.toThrow(/card/)
})
