import { describe, expect, it } from 'vitest'
import { startStand } from './stand.ts'

const MINUTE_MS = 60_000

describe('the refreshes', () => {
  it('bring the first board, and then the prices', async () => {
    const stand = await startStand()
    const model = stand.model()
    expect(model.link.state).toBe('live')
    expect(model.site?.label).toBe('Hotel Mozart')
    expect(model.connectors.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(model.connectors.every(({ freshness }) => freshness === 'live')).toBe(true)
    await stand.passUntil(() =>
      stand.model().connectors.every(({ price }) => price.kind !== 'pending'),
    )
    expect(stand.model().connectors.map(({ price }) => price.kind)).toContain('text')
  })

  it('cost one request each at a site of 200 connectors, and one more for meter values', async () => {
    const stand = await startStand({ site: 'garage' })
    expect(stand.model().connectors).toHaveLength(200)
    await stand.pass(MINUTE_MS)
    stand.sentSince()
    await stand.pass(MINUTE_MS)
    const sent = stand.sentSince()
    const refreshes = sent.filter((name) => name === 'Refresh').length
    expect(refreshes).toBeGreaterThanOrEqual(4)
    expect(refreshes).toBeLessThanOrEqual(5)
    // The account's running session, elsewhere on the demo network, brings its meter values.
    const meters = sent.filter((name) => name === 'MeterValuesBatch').length
    expect(refreshes + meters).toBe(sent.length)
    expect(meters).toBeLessThanOrEqual(refreshes)
  })

  it('come every five seconds while somebody is there, and slow down a minute later', async () => {
    const stand = await startStand()
    await stand.pass(MINUTE_MS)
    stand.touch()
    await stand.idle()
    stand.sentSince()
    await stand.pass(55_000)
    const present = stand.sentSince().filter((name) => name === 'Refresh').length
    expect(present).toBeGreaterThanOrEqual(10)
    expect(present).toBeLessThanOrEqual(14)
    await stand.pass(20_000)
    stand.sentSince()
    await stand.pass(MINUTE_MS)
    expect(stand.sentSince().filter((name) => name === 'Refresh').length).toBeLessThanOrEqual(5)
  })

  it('tell nothing when nothing has changed', async () => {
    const stand = await startStand({ site: 'depot' })
    await stand.passUntil(() =>
      stand.model().connectors.every(({ price }) => price.kind !== 'pending'),
    )
    const { revision } = stand.model()
    const before = stand.updates.length
    await stand.pass(30_000)
    const told = stand.updates.slice(before).flatMap((update) => update.connectors ?? [])
    expect(told).toEqual([])
    expect(stand.model().revision - revision).toBe(stand.updates.length - before)
  })

  it('tell a changed connector alone', async () => {
    const stand = await startStand()
    await stand.pass(20_000)
    const free = stand.model().connectors.find(({ state }) => state === 'free')
    if (!free) throw new Error('no connector is free')
    const before = stand.updates.length
    await stand.simulator.control.occupy(free.id)
    await stand.passUntil(
      () => stand.model().connectors.find(({ id }) => id === free.id)?.state === 'in-use',
    )
    const told = stand.updates.slice(before).flatMap((update) => update.connectors ?? [])
    expect(new Set(told.map(({ id }) => id))).toEqual(new Set([free.id]))
  })

  it("find the account's first site when none is given", async () => {
    const stand = await startStand({ choice: null })
    expect(stand.model().site).not.toBeNull()
    expect(stand.model().connectors.length).toBeGreaterThan(0)
  })

  it('show a pick of stations in its order, and ask for 50 in one request', async () => {
    const stand = await startStand({ site: 'garage' })
    const all = [...new Set(stand.model().connectors.map(({ stationId }) => stationId))]
    const picked = [...all.slice(1, 61), 'unknown', ...all.slice(0, 1)]
    await stand.restart({}, picked)
    await stand.idle()
    const { link, connectors } = stand.model()
    expect(link.state).toBe('live')
    const shown = [...new Set(connectors.map(({ stationId }) => stationId))]
    expect(shown).toEqual(picked.filter((id) => id !== 'unknown'))
    expect(connectors.every(({ freshness }) => freshness === 'live')).toBe(true)
    await stand.pass(1_000)
    stand.sentSince()
    await stand.pass(60_000)
    const refreshes = stand.sentSince().filter((name) => name === 'Refresh')
    expect(refreshes.length).toBeGreaterThan(0)
    expect(refreshes.length % Math.ceil(picked.length / 50)).toBe(0)
  })

  it('show an anonymous terminal the site, without sessions and prices', async () => {
    const stand = await startStand({ account: { username: null } })
    expect(stand.model().link.state).toBe('live')
    expect(stand.model().connectors.every(({ price }) => price.kind !== 'text')).toBe(true)
    expect(stand.model().sessions).toEqual([])
  })

  it('show an empty site as one', async () => {
    const stand = await startStand()
    await stand.simulator.control.emptySite(true)
    await stand.restart()
    await stand.idle()
    expect(stand.model()).toMatchObject({ link: { state: 'live' }, connectors: [] })
  })

  it.each([
    ['words that nobody knows', 'unknownEnums', {}],
    ['nulls in every field', 'nulls', { mode: 'leaves' }],
    ['nulls everywhere', 'nulls', { mode: 'all' }],
    ['answers with parts missing', 'partial', {}],
  ] as const)(
    'live with %s, and call nothing free that may not be',
    async (_name, fault, options) => {
      const stand = await startStand()
      await stand.simulator.control.setFault(fault, options)
      await stand.restart()
      await stand.pass(40_000)
      const startable = stand.model().connectors.filter(({ startBlock }) => startBlock === null)
      if (fault !== 'partial') expect(startable).toEqual([])
      await stand.simulator.control.clearFaults()
      stand.touch()
      await stand.passUntil(() => stand.model().link.state === 'live')
      expect(stand.logLines.join('\n')).not.toContain('refresh broke')
    },
  )
})
