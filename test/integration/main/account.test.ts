import { describe, expect, it } from 'vitest'
import { startStand, type Stand } from './stand.ts'

const MINUTE_MS = 60_000
const signIns = (sent: string[]): string[] => sent.filter((name) => name.includes('Session'))

async function startLive(): Promise<Stand> {
  const stand = await startStand()
  await stand.pass(20_000)
  stand.sentSince()
  return stand
}

const lostSince = (stand: Stand, from: number): boolean =>
  stand.updates.slice(from).some(({ link }) => link?.state === 'lost')

describe('the account', () => {
  it('is renewed before the token runs out, unseen', async () => {
    const stand = await startLive()
    const before = stand.updates.length
    await stand.pass(61 * MINUTE_MS)
    const sent = stand.sentSince()
    expect(sent.filter((name) => name === 'RenewSession')).toHaveLength(1)
    expect(sent).not.toContain('InitSession')
    expect(lostSince(stand, before)).toBe(false)
  })

  it('is renewed when the token is refused, unseen', async () => {
    const stand = await startLive()
    const before = stand.updates.length
    await stand.simulator.control.expireSessionTokens()
    await stand.pass(30_000)
    expect(signIns(stand.sentSince())).toEqual(['RenewSession'])
    expect(lostSince(stand, before)).toBe(false)
  })

  it('signs in again when the refresh token is refused too, unseen', async () => {
    const stand = await startLive()
    const before = stand.updates.length
    await stand.simulator.control.expireSessionTokens()
    await stand.simulator.control.revokeRefreshTokens()
    await stand.pass(30_000)
    expect(signIns(stand.sentSince())).toEqual(['RenewSession', 'InitSession'])
    expect(lostSince(stand, before)).toBe(false)
  })

  it('signs in again when the answer to a renewal is lost: the refresh token may be spent', async () => {
    const stand = await startLive()
    await stand.simulator.control.expireSessionTokens()
    await stand.simulator.control.setFault('cut', {
      phase: 'after',
      operations: ['renewSession'],
      times: 1,
    })
    await stand.pass(30_000)
    expect(signIns(stand.sentSince())).toEqual(['RenewSession', 'InitSession'])
    expect(stand.model().link.state).toBe('live')
  })

  it('goes on with the kept tokens after a restart', async () => {
    const stand = await startLive()
    await stand.restart()
    await stand.idle()
    expect(stand.model().link.state).toBe('live')
    expect(stand.sentSince()).not.toContain('InitSession')
  })

  it('says so when tokens have run out on arrival, and does not ask again and again', async () => {
    const stand = await startLive()
    await stand.simulator.control.setFault('tokensExpiredOnArrival')
    await stand.simulator.control.expireSessionTokens()
    await stand.pass(5 * MINUTE_MS)
    expect(stand.trouble()?.code).toBe('sign-in-expired')
    expect(signIns(stand.sentSince()).length).toBeLessThan(8)
    await stand.simulator.control.clearFaults()
    await stand.passUntil(() => stand.trouble() === null, 15 * MINUTE_MS)
    expect(stand.model().link.state).toBe('live')
  })

  it("lives with a platform whose clock differs from the machine's", async () => {
    const stand = await startLive()
    const before = stand.updates.length
    await stand.simulator.control.setFault('clockSkew', { ms: 2 * 60 * MINUTE_MS })
    await stand.pass(20 * MINUTE_MS)
    expect(lostSince(stand, before)).toBe(false)
    expect(stand.sentSince().filter((name) => name === 'RenewSession').length).toBeLessThan(3)
  })

  it.each([
    ['a minute and a half', 90_000, null],
    ['three minutes', 180_000, 'clock-wrong'],
    ['an hour behind', -60 * MINUTE_MS, 'clock-wrong'],
  ] as const)('tells whoever watches over it of a clock off by %s', async (_, ms, trouble) => {
    const stand = await startLive()
    expect(stand.terminal.condition().trouble).toBeNull()
    await stand.simulator.control.setFault('clockSkew', { ms })
    await stand.pass(MINUTE_MS)
    expect(stand.terminal.condition().trouble).toBe(trouble)
    // Guests lose nothing by it: the board is theirs.
    expect(stand.trouble()).toBeNull()
    expect(stand.model().link.state).toBe('live')
  })

  it.each([
    ['a wrong key', { key: 'wrong' }, 'wrong-key'],
    ['no key', { key: null }, 'wrong-key'],
    ['a wrong password', { password: 'wrong' }, 'wrong-credentials'],
  ] as const)('tells %s, and asks rarely', async (_name, account, code) => {
    const stand = await startStand({ account })
    await stand.passUntil(() => stand.trouble() !== null, 5_000)
    expect(stand.trouble()?.code).toBe(code)
    await stand.pass(5 * MINUTE_MS)
    expect(stand.sentSince().length).toBeLessThan(8)
  })

  it('tells a wrong address', async () => {
    const stand = await startStand()
    await stand.restart({ endpoint: `${stand.simulator.origin}/nowhere/` })
    await stand.passUntil(() => stand.trouble() !== null, 5_000)
    expect(stand.trouble()?.code).toBe('wrong-endpoint')
  })

  it('tells a site that is not there', async () => {
    const stand = await startStand({ choice: 'nowhere' })
    await stand.passUntil(() => stand.trouble() !== null, 5_000)
    expect(stand.trouble()?.code).toBe('not-found')
  })

  it('writes no secret to the log', async () => {
    const stand = await startLive()
    await stand.simulator.control.expireSessionTokens()
    await stand.pass(30_000)
    const { key, account } = stand.simulator
    const text = stand.logLines.join('\n')
    for (const secret of [key, account.password, account.username, 'eyJ'])
      expect(text).not.toContain(secret)
  })
})
