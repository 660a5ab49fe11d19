import { describe, expect, test } from 'vitest'
import type { FaultName, FaultSetting } from '#simulator/faults/faults.ts'
import type { Reply, TestBench } from './harness.ts'
import { SIGN_IN, START_MS, startBench } from './harness.ts'

const CONTACT = '{ contact { id email } }'
const RENAME =
  'mutation ($id: String!, $label: String) { updateCard(input: { cardId: $id, label: $label }) { label } }'
const CARDS =
  '{ cardsPaged { data { id label status } pagination { limit totalCount isLastPage } } }'
const SITE = `query ($id: String) {
  site(id: $id) {
    id label
    cps { id label connectors { id label physicalReference status { connectorId ocpp simple } } }
  }
}`
const START = `mutation ($input: AttemptRemoteStartInput!) {
  attemptRemoteStart(input: $input) { id }
}`
const STATUS = `query ($id: String!) {
  remoteStartAttemptStatus(id: $id) { status isFailure failureReason chargeLogId }
}`
const STOP = 'mutation ($transaction: String) { remoteStop(transaction: $transaction) { status } }'
const SECOND = 1_000
const MINUTE = 60_000

interface Cards {
  data: { id: string; label: string | null; status: string | null }[]
  pagination: { limit: number; totalCount: number; isLastPage: boolean }
}

async function withFault<N extends FaultName>(name: N, options?: FaultSetting<N>) {
  const bench = await startBench()
  await bench.simulator.control.setFault(name, options)
  return bench
}

/** Sends as a client of the network would see it: status, type and text. */
async function raw({ simulator }: TestBench, query: string, signal?: AbortSignal) {
  const response = await fetch(simulator.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${simulator.key}` },
    body: JSON.stringify({ query }),
    ...(signal ? { signal } : {}),
  })
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, type, text: await response.text() }
}

const SETTINGS = '{ settings { key } }'
const firstCode = ({ errors }: Reply): string | undefined => errors[0]?.extensions?.code

async function start(bench: TestBench, config: object = {}) {
  const { id: connectorId } = await bench.connector('1')
  const { data } = await bench.ask<{ data: { tagId: string }[] }>(
    '{ cardsPaged { data { tagId } } }',
  )
  const input = { connectorId, tagId: data[0]?.tagId, config }
  const { id } = await bench.ask<{ id: string }>(START, { input })
  return { connectorId, id, status: () => bench.ask<Record<string, unknown>>(STATUS, { id }) }
}

describe('on the way', () => {
  test('delay: the answer comes later', async () => {
    const bench = await withFault('delay', { ms: 150 })
    const before = performance.now()
    await raw(bench, SETTINGS)
    expect(performance.now() - before).toBeGreaterThanOrEqual(149)
  })

  test('hang: the answer never comes', async () => {
    const bench = await withFault('hang')
    await expect(raw(bench, SETTINGS, AbortSignal.timeout(100))).rejects.toThrow(/timeout/)
  })

  test.each([
    ['before', 'Hotel guests'],
    ['after', 'Renamed'],
  ] as const)('cut %s the request is carried out', async (phase, label) => {
    const bench = await startBench()
    const { data } = await bench.ask<Cards>(CARDS)
    await bench.simulator.control.setFault('cut', { phase, times: 1 })
    await expect(bench.send(RENAME, { id: data[0]?.id, label: 'Renamed' })).rejects.toThrow()
    expect((await bench.ask<Cards>(CARDS)).data[0]?.label).toBe(label)
  })

  test('duplicate: the request is carried out twice', async () => {
    const bench = await withFault('duplicate', { operations: ['attemptRemoteStart'] })
    await start(bench)
    const journal = await bench.simulator.control.journal()
    const starts = journal.filter(({ event }) => event === 'attemptRemoteStart')
    expect(starts.map(({ outcome }) => outcome)).toEqual(['REQUESTED', 'REJECTED'])
  })

  test('refuse: the port is closed until the fault is cleared', async () => {
    const bench = await withFault('refuse')
    await expect(raw(bench, SETTINGS)).rejects.toThrow()
    await bench.simulator.control.clearFault('refuse')
    expect((await raw(bench, SETTINGS)).status).toBe(200)
  })

  test.each([500, 502, 503, 429] as const)('status: HTTP %i without GraphQL', async (code) => {
    const bench = await withFault('status', { code })
    expect(await raw(bench, SETTINGS)).toMatchObject({ status: code, type: /html/ })
  })

  test('html: a captive portal answers', async () => {
    const bench = await withFault('html')
    const { status, type, text } = await raw(bench, SETTINGS)
    expect(status).toBe(200)
    expect(type).toContain('text/html')
    expect(text).toContain('Guest Wi-Fi')
  })

  test('notJson: the answer cannot be read', async () => {
    const bench = await withFault('notJson')
    const { type, text } = await raw(bench, SETTINGS)
    expect(type).toContain('application/json')
    expect(() => JSON.parse(text) as unknown).toThrow()
  })

  test('a fault keeps to its operations and its number of times', async () => {
    const bench = await withFault('status', { code: 503, operations: ['settings'], times: 2 })
    expect((await raw(bench, '{ legalDocuments { id } }')).status).toBe(200)
    expect((await raw(bench, SETTINGS)).status).toBe(503)
    expect((await raw(bench, SETTINGS)).status).toBe(503)
    expect((await raw(bench, SETTINGS)).status).toBe(200)
  })

  test('clockSkew: the platform’s clock is ahead', async () => {
    const bench = await withFault('clockSkew', { ms: 5 * MINUTE })
    await bench.signIn()
    const reply = await bench.send(CONTACT)
    expect(reply.errors).toEqual([])
    expect(reply.dateMs).toBe(START_MS + 5 * MINUTE)
  })
})

describe('in the answer', () => {
  test('graphqlErrors: an error and no data', async () => {
    const bench = await withFault('graphqlErrors', { message: 'No.', code: 'TEAPOT' })
    const reply = await bench.send(CONTACT)
    expect(reply).toMatchObject({ status: 200, data: null })
    expect(reply.errors[0]).toMatchObject({ message: 'No.', extensions: { code: 'TEAPOT' } })
  })

  test('forbidden: refused for lack of rights', async () => {
    const bench = await withFault('forbidden', { operations: ['contact'] })
    expect(firstCode(await bench.send(CONTACT))).toBe('FORBIDDEN')
  })

  test('partial: data and errors together', async () => {
    const bench = await withFault('partial')
    const { data, errors } = await bench.send(SITE, { id: bench.simulator.sites.hotel })
    const site = data?.site as { label: string | null; cps: unknown[] }
    expect(site.label).toBeNull()
    expect(site.cps).toHaveLength(3)
    expect(errors[0]?.path).toEqual(['site', 'label'])
  })

  test('unknownEnums: values that nobody knows', async () => {
    const bench = await withFault('unknownEnums')
    const site = await bench.ask(SITE, { id: bench.simulator.sites.hotel })
    expect(site).toMatchObject({
      label: 'Hotel Mozart',
      cps: [
        { connectors: [{ status: { ocpp: 'SomethingNew', simple: 'FROM_2031' } }, {}] },
        {},
        {},
      ],
    })
  })

  test('nulls: fields are empty where the schema allows it, the structure stays', async () => {
    const bench = await withFault('nulls')
    const id = bench.simulator.sites.hotel
    const site = await bench.ask<{ cps: { connectors: object[] }[] }>(SITE, { id })
    expect(site).toMatchObject({ id: null, label: null })
    expect(site.cps[0]?.connectors[0]).toMatchObject({
      id: (await bench.connector('1')).id,
      label: null,
      physicalReference: null,
      status: { ocpp: null, simple: null },
    })
  })

  test('nulls of everything: objects and lists are gone too', async () => {
    const bench = await withFault('nulls', { mode: 'all' })
    const site = await bench.ask(SITE, { id: bench.simulator.sites.hotel })
    expect(site).toEqual({ id: null, label: null, cps: null })
  })

  test('smallPages: lists come in small pages', async () => {
    const bench = await withFault('smallPages', { limit: 2 })
    const { data, pagination } = await bench.ask<Cards>(CARDS)
    expect(data).toHaveLength(2)
    expect(pagination).toEqual({ limit: 2, totalCount: 3, isLastPage: false })
  })

  test('a page cap holds for all lists until it is lifted', async () => {
    const bench = await startBench()
    await bench.simulator.control.pageCap(1)
    expect((await bench.ask<Cards>(CARDS)).data).toHaveLength(1)
    await bench.simulator.control.pageCap(null)
    expect((await bench.ask<Cards>(CARDS)).data).toHaveLength(3)
  })

  test('an empty site has no stations', async () => {
    const bench = await startBench()
    await bench.simulator.control.emptySite(true)
    expect(await bench.ask(SITE, { id: bench.simulator.sites.hotel })).toMatchObject({ cps: [] })
  })

  test('tokensExpiredOnArrival: signing in succeeds and opens nothing', async () => {
    const bench = await withFault('tokensExpiredOnArrival')
    expect(
      (await bench.send(SIGN_IN, bench.simulator.account, bench.simulator.key)).errors,
    ).toEqual([])
    await bench.signIn()
    expect(firstCode(await bench.send(CONTACT))).toBe('UNAUTHENTICATED')
  })
})

describe('at the station', () => {
  test('rejectStart: the attempt is rejected with the reason', async () => {
    const bench = await withFault('rejectStart', { reason: 'Cable not locked.' })
    const { status } = await start(bench)
    await bench.simulator.control.advance(5 * SECOND)
    expect(await status()).toMatchObject({
      status: 'REJECTED',
      isFailure: true,
      failureReason: 'Cable not locked.',
    })
  })

  test('slowStart: acceptance takes its time', async () => {
    const bench = await withFault('slowStart', { ms: 40 * SECOND })
    const { status } = await start(bench)
    await bench.simulator.control.advance(40 * SECOND)
    expect(await status()).toMatchObject({ status: 'SENT' })
    await bench.simulator.control.advance(5 * SECOND)
    expect(await status()).toMatchObject({ status: 'WAITING_FOR_TRANSACTION' })
  })

  test('startAfterTimeout: given up, and begins all the same', async () => {
    const bench = await withFault('startAfterTimeout', { afterMs: 30 * SECOND })
    const validUntil = new Date(START_MS + MINUTE).toISOString()
    const { status, connectorId } = await start(bench, { validUntil })
    await bench.simulator.control.plugIn(connectorId)
    await bench.simulator.control.advance(59 * SECOND)
    expect(await status()).toMatchObject({ status: 'SENT', isFailure: false })
    await bench.simulator.control.advance(2 * SECOND)
    expect(await status()).toMatchObject({ status: 'TIMED_OUT', isFailure: true })
    await bench.simulator.control.advance(40 * SECOND)
    expect(await bench.connector('1')).toMatchObject({ ocpp: 'Charging', session: { isOwn: true } })
  })

  test('startAfterTimeout: lets go of it where no plug comes for ten minutes', async () => {
    const bench = await withFault('startAfterTimeout', { afterMs: 30 * SECOND })
    const validUntil = new Date(START_MS + MINUTE).toISOString()
    const { status, connectorId } = await start(bench, { validUntil })
    await bench.simulator.control.advance(MINUTE + 30 * SECOND + 10 * MINUTE)
    expect(await status()).toMatchObject({ status: 'EXPIRED', isFailure: true })
    await bench.simulator.control.plugIn(connectorId)
    await bench.simulator.control.advance(MINUTE)
    expect(await bench.connector('1')).toMatchObject({ session: null })
  })

  test('stationOffline: connectors are unavailable, and back again', async () => {
    const bench = await withFault('stationOffline')
    const offline = { calculated: 'Offline', simple: 'Unavailable' }
    expect(await bench.connector('1')).toMatchObject(offline)
    await bench.simulator.control.clearFaults()
    expect(await bench.connector('1')).toMatchObject({ simple: 'Available' })
  })

  test('stopRejected: the session goes on', async () => {
    const bench = await withFault('stopRejected')
    const { session } = await bench.connector('2')
    const answer = await bench.ask(STOP, { transaction: session?.transactionId })
    expect(answer).toEqual({ status: 'REJECTED' })
    await bench.simulator.control.advance(MINUTE)
    expect(await bench.connector('2')).toMatchObject({ ocpp: 'Charging' })
  })

  test('stopSilent: accepted, and the session goes on', async () => {
    const bench = await withFault('stopSilent')
    const { session } = await bench.connector('2')
    const answer = await bench.ask(STOP, { transaction: session?.transactionId })
    expect(answer).toEqual({ status: 'ACCEPTED' })
    await bench.simulator.control.advance(MINUTE)
    expect(await bench.connector('2')).toMatchObject({ ocpp: 'Charging' })
  })

  test('meterFrozen: no new meter values until it is cleared', async () => {
    const bench = await startBench()
    const { session } = await bench.connector('2')
    const read = () =>
      bench.ask<{ energyConsumption: number }>(
        'query ($id: ID!) { chargelog(id: $id) { energyConsumption } }',
        { id: session?.chargelogId },
      )
    const before = await read()
    await bench.simulator.control.setFault('meterFrozen')
    await bench.simulator.control.advance(10 * MINUTE)
    expect(await read()).toEqual(before)
    await bench.simulator.control.clearFault('meterFrozen')
    expect((await read()).energyConsumption).toBeGreaterThan(before.energyConsumption)
  })
})
