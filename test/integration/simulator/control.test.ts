import { expect, test } from 'vitest'
import { createClock } from '#common/clock.ts'
import { createControlClient } from '#simulator/control-client.ts'
import type { Simulator } from '#simulator/index.ts'
import { startSimulator } from '#simulator/index.ts'
import { START_MS, startBench } from './harness.ts'

const MINUTE = 60_000

test('the control over HTTP is the control in process', async () => {
  const bench = await startBench()
  const remote = createControlClient(bench.simulator.origin)
  await remote.advance(MINUTE)
  expect(await remote.now()).toBe(START_MS + MINUTE)
  expect(await remote.overview()).toEqual(await bench.simulator.control.overview())
  const { id } = await bench.connector('1')
  await remote.plugIn(id, { batteryKWh: 50, socPercent: 50, maxPowerKW: 7, tellsSoc: false })
  expect(await bench.connector('1')).toMatchObject({ vehicle: { maxPowerKW: 7 } })
  await expect(remote.unplug('no such connector')).rejects.toThrow('There is no connector')
})

test('it can close the port it is asked through, and open it by the other', async () => {
  const { simulator } = await startBench()
  await createControlClient(simulator.origin).setFault('refuse')
  await expect(fetch(simulator.origin)).rejects.toThrow()
  await createControlClient(simulator.controlOrigin).clearFault('refuse')
  expect((await fetch(simulator.origin)).status).toBe(404)
})

test('web pages cannot call it', async () => {
  const { simulator } = await startBench()
  const response = await fetch(`${simulator.origin}/_control/clearFaults`, {
    method: 'POST',
    body: '[]',
  })
  expect(response.status).toBe(403)
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
})

test('other people come and go on a connector as a test wants', async () => {
  const bench = await startBench()
  const { control } = bench.simulator
  const { id } = await bench.connector('1')
  await control.occupy(id)
  expect(await bench.connector('1')).toMatchObject({ ocpp: 'Charging', session: { isOwn: false } })
  await control.vacate(id)
  expect(await bench.connector('1')).toMatchObject({ ocpp: 'Available', session: null })
  await control.setOcppStatus(id, 'Faulted')
  expect(await bench.connector('1')).toMatchObject({ simple: 'Faulted' })
})

test('it counts requests by operation and root fields', async () => {
  const bench = await startBench()
  await bench.simulator.control.requests(true)
  await bench.ask('query Who { contact { id } }')
  await bench.ask('query Who { contact { id } }')
  const [count] = await bench.simulator.control.requests()
  expect(count).toMatchObject({ operationName: 'Who', rootFields: ['contact'], requests: 2 })
  expect(count?.responseBytes).toBeGreaterThan(100)
})

test('the journal tells mutations without their secrets', async () => {
  const bench = await startBench()
  const { id } = await bench.connector('1')
  await bench.send(
    'mutation ($input: AttemptRemoteStartInput!) { attemptRemoteStart(input: $input) { id } }',
    { input: { connectorId: id, tagId: 'a-secret-tag' } },
  )
  const journal = await bench.simulator.control.journal()
  expect(journal.at(-1)).toEqual({
    atMs: START_MS,
    kind: 'mutation',
    event: 'attemptRemoteStart',
    facts: { connectorId: id },
    outcome: 'FORBIDDEN',
  })
  const text = JSON.stringify(journal)
  expect(text).not.toContain('a-secret-tag')
  expect(text).not.toContain(bench.simulator.account.password)
})

/** Two hours of a lively site, told by its stations. */
async function story(seed: number): Promise<string> {
  const clock = createClock({ startMs: START_MS, speed: 0 })
  const simulator: Simulator = await startSimulator({ clock, seed })
  try {
    await simulator.control.advance(120 * MINUTE)
    const told = [await simulator.control.journal(), await simulator.control.overview()]
    return JSON.stringify(told)
  } finally {
    await simulator.close()
  }
}

test('the same seed tells the same story, another seed another', async () => {
  const [first, second, other] = [await story(5), await story(5), await story(6)]
  expect(first).toContain('"stopped"')
  expect(second).toBe(first)
  expect(other).not.toBe(first)
})

test('in the demo somebody plugs in after a start and out after the stop', async () => {
  const bench = await startBench({ autoPlug: true })
  const { id: connectorId } = await bench.connector('1')
  const { data } = await bench.ask<{ data: { tagId: string }[] }>(
    '{ cardsPaged { data { tagId } } }',
  )
  await bench.ask(
    'mutation ($input: AttemptRemoteStartInput!) { attemptRemoteStart(input: $input) { id } }',
    { input: { connectorId, tagId: data[0]?.tagId } },
  )
  await bench.simulator.control.advance(20_000)
  const { session, ocpp } = await bench.connector('1')
  expect(ocpp).toBe('Charging')
  await bench.ask('mutation ($id: String) { remoteStop(transaction: $id) { status } }', {
    id: session?.transactionId,
  })
  await bench.simulator.control.advance(40_000)
  expect(await bench.connector('1')).toMatchObject({ ocpp: 'Available', vehicle: null })
})
