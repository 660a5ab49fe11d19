import type { WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { EVENT_CHANNEL } from '#contract/bridge.ts'
import { createEmit } from '#main/ipc/bridge.ts'
import { largeSite } from '#test/support/large-sites.ts'
import { startStand, type Stand, type StandOptions } from './stand.ts'

/** Five refreshes at rest. */
const FIVE_RESTS_MS = 70_000
/** What one connector's state may weigh in a refresh, uncompressed. */
const BYTES_A_CONNECTOR = 165
/** And the sessions that run, and what is around it all. */
const BYTES_BESIDE = 500

/** A terminal at rest that has everything it asks for but once: prices, static data. */
async function startSettled(options: StandOptions): Promise<Stand> {
  const stand = await startStand(options)
  await stand.passUntil(() =>
    stand.model().connectors.every(({ price }) => price.kind !== 'pending'),
  )
  await stand.pass(30_000)
  return stand
}

/** What the platform counted in `ms`, by operation, and the bytes it answered. */
async function countedIn(stand: Stand, ms: number) {
  const { control } = stand.simulator
  await control.requests(true)
  await stand.pass(ms)
  const counts = await control.requests()
  const requests: Partial<Record<string, number>> = {}
  for (const { operationName: name, requests: times } of counts)
    requests[name] = (requests[name] ?? 0) + times
  const refresh = counts.find(({ operationName }) => operationName === 'Refresh')
  return { requests, bytes: (refresh?.responseBytes ?? 0) / (refresh?.requests ?? 1) }
}

describe('what the platform is asked', () => {
  it.each([6, 50, 200, 1_000])(
    'is one request a refresh at %d connectors',
    async (connectors) => {
      const large = largeSite({ name: 'L', stations: connectors / 2, connectorsPerStation: 2 })
      const stand = await startSettled({ large })
      expect(stand.model().connectors).toHaveLength(connectors)
      const { requests, bytes } = await countedIn(stand, FIVE_RESTS_MS)
      expect(requests).toEqual({ Refresh: 5 })
      expect(bytes).toBeLessThan(BYTES_BESIDE + connectors * BYTES_A_CONNECTOR)
    },
    60_000,
  )

  it('is one request more for the meter values of 32 running sessions', async () => {
    const large = largeSite({ name: 'L', stations: 60, running: 32 })
    const stand = await startSettled({ large })
    expect(stand.model().sessions).toHaveLength(32)
    const { requests } = await countedIn(stand, FIVE_RESTS_MS)
    expect(requests).toEqual({ Refresh: 5, MeterValuesBatch: 5 })
    const measured = stand
      .model()
      .sessions.map(({ meterAtMs }) => stand.clock.now() - (meterAtMs ?? 0))
    expect(Math.max(...measured)).toBeLessThan(FIVE_RESTS_MS)
  })

  it('is no more for 40 of them, who get their values in turn', async () => {
    const large = largeSite({ name: 'L', stations: 60, running: 40 })
    const stand = await startSettled({ large })
    const { requests } = await countedIn(stand, FIVE_RESTS_MS)
    expect(requests).toEqual({ Refresh: 5, MeterValuesBatch: 5 })
    const ages = stand.model().sessions.map(({ meterAtMs }) => stand.clock.now() - (meterAtMs ?? 0))
    expect(ages).toHaveLength(40)
    expect(Math.max(...ages)).toBeLessThan(30_000)
  })

  it.each([
    [1, 1],
    [50, 1],
    [51, 2],
    [120, 3],
  ])('is a request for each 50 of %d stations picked by hand: %d', async (stations, each) => {
    const stand = await startStand({ large: largeSite({ name: 'L', stations: 120 }) })
    const ids = stand.model().connectors.map(({ stationId }) => stationId)
    await stand.restart({}, ids.slice(0, stations))
    await stand.pass(30_000)
    const { requests } = await countedIn(stand, FIVE_RESTS_MS)
    expect(requests).toEqual({ Refresh: 5 * each })
  })

  it('follows the three speeds: at rest, while somebody is there, while something starts', async () => {
    const stand = await startSettled({ large: largeSite({ name: 'L', stations: 6 }) })
    expect((await countedIn(stand, FIVE_RESTS_MS)).requests).toEqual({ Refresh: 5 })
    stand.touch()
    await stand.pass(20_000)
    expect((await countedIn(stand, 30_000)).requests).toEqual({ Refresh: 6 })
    const free = stand.model().connectors.find(({ startBlock }) => startBlock === null)
    const connectorId = free?.id ?? ''
    const offer = await stand.terminal.handlers['charging.options']({ connectorId })
    const optionId = offer.options[0]?.id ?? ''
    const requestId = crypto.randomUUID()
    await stand.terminal.handlers['charging.start']({ connectorId, optionId, requestId })
    await stand.passUntil(() => stand.model().starts.length > 0)
    await stand.pass(10_000)
    const { requests } = await countedIn(stand, 30_000)
    expect(requests['Refresh']).toBeGreaterThanOrEqual(28)
    expect(requests['Refresh']).toBeLessThanOrEqual(31)
  })
})

describe('the bridge', () => {
  it('carries nothing while nothing changes, and of 1,000 connectors the one that has', async () => {
    const large = largeSite({ name: 'L', stations: 500, connectorsPerStation: 2 })
    // Without an account there are no prices to wait for.
    const stand = await startStand({ large, account: { username: null } })
    await stand.pass(30_000)
    const sent: unknown[] = []
    const send = (channel: string, message: unknown): number => sent.push([channel, message])
    const emit = createEmit(() => ({ isDestroyed: () => false, send }) as unknown as WebContents)
    stand.onEmit((name, payload) => {
      // Its clock is told only because this test moves it.
      if (name !== 'clock') emit(name, payload)
    })
    const { requests } = await countedIn(stand, FIVE_RESTS_MS)
    expect(requests).toEqual({ Refresh: 5 })
    expect(sent).toEqual([])

    const free = stand.model().connectors.find(({ state }) => state === 'free')
    await stand.simulator.control.setOcppStatus(free?.id ?? '', 'Faulted')
    await stand.pass(20_000)
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject([EVENT_CHANNEL, ['live', { connectors: [{ id: free?.id }] }]])
    expect(JSON.stringify(sent).length).toBeLessThan(1_000)
  }, 60_000)
})
