import { describe, expect, it, vi } from 'vitest'
import { startStand, type Stand } from './stand.ts'

const state = (stand: Stand) => stand.model().link.state

async function startLive(present: boolean): Promise<Stand> {
  const stand = await startStand()
  await stand.pass(61_000)
  if (present) stand.touch()
  await stand.pass(2_000)
  return stand
}

describe('the connection', () => {
  it.each([
    ['somebody is there', true, 7_000],
    ['nobody is there', false, 17_000],
  ])('that is refused while %s (%s) is told within %d ms', async (_name, present, limitMs) => {
    const stand = await startLive(present)
    await stand.simulator.control.setFault('refuse')
    const tookMs = await stand.passUntil(() => state(stand) === 'lost')
    expect(tookMs).toBeLessThanOrEqual(limitMs)
    const { link, connectors } = stand.model()
    expect(link).toMatchObject({ error: 'offline' })
    expect(link.lastGoodAtMs).not.toBeNull()
    expect(
      connectors.every(
        ({ freshness, startBlock }) => freshness === 'late' && startBlock === 'late',
      ),
    ).toBe(true)
  })

  it('that hangs while somebody is there is told, and is back with a touch', async () => {
    const stand = await startStand({ speed: 1 })
    stand.touch()
    await stand.simulator.control.setFault('hang')
    await vi.waitFor(
      () => {
        expect(state(stand)).toBe('lost')
      },
      { timeout: 60_000, interval: 50 },
    )
    expect(stand.model().link.error).toBe('timed-out')
    await stand.simulator.control.clearFaults()
    await vi.waitFor(
      () => {
        stand.touch()
        expect(state(stand)).toBe('live')
      },
      { timeout: 60_000, interval: 50 },
    )
  })

  it('is back within 5 s while somebody is there, without a touch', async () => {
    const stand = await startLive(true)
    await stand.simulator.control.setFault('refuse')
    await stand.passUntil(() => state(stand) === 'lost')
    await stand.pass(20_000)
    await stand.simulator.control.clearFaults()
    expect(await stand.passUntil(() => state(stand) === 'live')).toBeLessThanOrEqual(5_000)
    expect(stand.model().connectors.every(({ freshness }) => freshness === 'live')).toBe(true)
  })

  it.each([
    [
      'a touch',
      (stand: Stand) => {
        stand.touch()
      },
    ],
    [
      "the machine's own link",
      (stand: Stand) => {
        stand.terminal.linkChanged()
      },
    ],
  ])('is back at once with %s', async (_name, comeBack) => {
    const stand = await startLive(false)
    await stand.simulator.control.setFault('refuse')
    await stand.passUntil(() => state(stand) === 'lost')
    await stand.pass(100_000)
    await stand.simulator.control.clearFaults()
    comeBack(stand)
    expect(await stand.passUntil(() => state(stand) === 'live')).toBeLessThanOrEqual(2_000)
  })

  it('is not lost by one failed refresh', async () => {
    const stand = await startLive(true)
    await stand.simulator.control.setFault('cut', { times: 1 })
    await stand.pass(20_000)
    expect(stand.updates.some(({ link }) => link?.state === 'lost')).toBe(false)
  })

  it.each([
    ['html', {}, 'captive-portal'],
    ['notJson', {}, 'unexpected-answer'],
    ['status', { code: 503 }, 'unavailable'],
    ['cut', {}, 'offline'],
    ['graphqlErrors', {}, 'unavailable'],
  ] as const)('tells what is wrong: %s %j is %s', async (fault, options, code) => {
    const stand = await startLive(true)
    await stand.simulator.control.setFault(fault, options)
    await stand.passUntil(() => state(stand) === 'lost')
    expect(stand.model().link.error).toBe(code)
    expect(stand.trouble()).toBeNull()
  })

  it('keeps the last snapshot over a restart, as late', async () => {
    const stand = await startLive(true)
    const before = stand.model()
    await stand.simulator.control.setFault('refuse')
    await stand.restart()
    const after = stand.model()
    expect(after.site).toEqual(before.site)
    expect(after.link).toMatchObject({ state: 'connecting' })
    expect(after.connectors.map(({ state: shown }) => shown)).toEqual(
      before.connectors.map(({ state: shown }) => (shown === 'charging' ? 'in-use' : shown)),
    )
    for (const { freshness, asOfMs, startBlock } of after.connectors) {
      expect({ freshness, startBlock }).toEqual({ freshness: 'late', startBlock: 'late' })
      expect(asOfMs).not.toBeNull()
    }
  })

  it('makes nothing live by a jump of the clock', async () => {
    const stand = await startLive(true)
    await stand.simulator.control.setFault('refuse')
    await stand.passUntil(() => state(stand) === 'lost')
    await stand.simulator.control.advance(3_600_000)
    await stand.idle()
    expect(stand.model().connectors.some(({ freshness }) => freshness === 'live')).toBe(false)
  })
})
