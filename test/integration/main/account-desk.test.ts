import { describe, expect, it } from 'vitest'
import type { AccountRemoval, AccountState, SignOut } from '#contract/account.ts'
import { MANAGER_PIN, startStand, type Stand } from './stand.ts'

async function atDesk(): Promise<Stand> {
  const stand = await startStand()
  await stand.pass(20_000)
  await stand.desk.access.unlock(MANAGER_PIN)
  stand.sentSince()
  return stand
}

const signOut = (stand: Stand): Promise<SignOut> =>
  Promise.resolve(stand.terminal.handlers['account.signOut']({}))
const signIn = (stand: Stand, password?: string): Promise<AccountState> => {
  const { username, password: own } = stand.simulator.account
  const input = { username, password: password ?? own }
  return Promise.resolve(stand.terminal.handlers['account.signIn'](input))
}
const remove = (stand: Stand, email: string): Promise<AccountRemoval> =>
  Promise.resolve(stand.terminal.handlers['account.remove']({ email }))
/** Whoever charges on the account drives away. */
async function endSessions({ simulator: { control } }: Stand): Promise<void> {
  const { sites } = await control.overview()
  const connectors = sites.flatMap(({ stations }) => stations.flatMap((one) => one.connectors))
  for (const { id, session } of connectors) if (session?.isOwn) await control.vacate(id)
}
const deeds = ({ desk }: Stand): string[] =>
  desk.audit.list({ beforeId: null, limit: 20 }).map(({ action }) => action)
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    ({ failure }: { failure?: { code: string } }) => failure?.code,
  )

describe('the account at the desk', () => {
  it('is signed out at the platform and here, and stays so after a restart', async () => {
    const stand = await atDesk()
    expect(await signOut(stand)).toEqual({ unconfirmed: null })
    expect(stand.sentSince()).toContain('InvalidateSession')
    await stand.passUntil(() => stand.trouble()?.code === 'signed-out', 20_000)
    await stand.restart()
    await stand.passUntil(() => stand.trouble()?.code === 'signed-out', 20_000)
    expect(stand.sentSince()).toEqual([])
    expect(deeds(stand)).toContain('account.signOut')
  })

  it('is signed out here even if the platform does not answer', async () => {
    const stand = await atDesk()
    await stand.simulator.control.setFault('cut', { operations: ['invalidateSession'] })
    const { unconfirmed } = await signOut(stand)
    expect(unconfirmed).toBe('offline')
    await stand.passUntil(() => stand.trouble()?.code === 'signed-out', 20_000)
  })

  it('shows the site again as soon as somebody signs in', async () => {
    const stand = await atDesk()
    await signOut(stand)
    await stand.passUntil(() => stand.model().link.state === 'lost', 20_000)
    expect(await signIn(stand)).toMatchObject({
      signedIn: true,
      username: stand.simulator.account.username,
    })
    await stand.passUntil(() => stand.model().link.state === 'live', 5_000)
    expect(stand.trouble()).toBeNull()
  })

  it('goes on as it was after a wrong password', async () => {
    const stand = await atDesk()
    expect(await codeOf(signIn(stand, 'wrong'))).toBe('wrong-credentials')
    await stand.pass(20_000)
    expect(stand.model().link.state).toBe('live')
  })

  it('is deleted for whoever types its address, and the terminal is signed out', async () => {
    const stand = await atDesk()
    const { username } = stand.simulator.account
    await endSessions(stand)
    expect(await remove(stand, ` ${username.toUpperCase()} `)).toMatchObject({
      removed: true,
      status: 'success',
    })
    await stand.passUntil(() => stand.trouble()?.code === 'signed-out', 20_000)
    expect(await codeOf(signIn(stand))).toBe('wrong-credentials')
    expect(deeds(stand)).toContain('deleteContact')
  })

  it('is not deleted while the platform refuses, which is told as delivered', async () => {
    const stand = await atDesk()
    expect(await remove(stand, stand.simulator.account.username)).toEqual({
      removed: false,
      status: 'error',
      code: 'SESSION_RUNNING',
      message: 'A session is still running.',
    })
    await stand.pass(20_000)
    expect(stand.model().link.state).toBe('live')
  })

  it('is not deleted for another address, and the platform is not asked to', async () => {
    const stand = await atDesk()
    expect(await codeOf(remove(stand, 'somebody@else.example'))).toBe('invalid')
    expect(stand.sentSince()).not.toContain('DeleteContact')
    expect(deeds(stand)).not.toContain('deleteContact')
  })

  it('writes no password to log or audit trail', async () => {
    const stand = await atDesk()
    await signOut(stand)
    await codeOf(signIn(stand, 'wrong-secret'))
    await signIn(stand)
    const audit = JSON.stringify(stand.desk.audit.list({ beforeId: null, limit: 20 }))
    const text = [...stand.logLines, audit].join('\n')
    for (const secret of ['wrong-secret', stand.simulator.account.password, 'eyJ'])
      expect(text).not.toContain(secret)
  })
})
