import { describe, expect, it, vi } from 'vitest'
import { createClock } from '#common/clock.ts'
import { platformError } from '#main/platform/failures.ts'
import { PlatformError } from '#main/platform/platform.ts'
import { createAuthSession, type AuthSession } from '#main/platform/auth-session.ts'
import { createTokenStore } from '#main/platform/tokens.ts'
import { createMemoryVault, type Vault } from '#main/settings/vault.ts'
import { createAccounts } from '../support/accounts.ts'
import { createFakeHttp, fakeToken, refusedToken, type FakeHttp } from '../support/fake-http.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const account = { endpoint: 'https://p/', key: 'psk', username: 'user', password: 'secret' }
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A platform that issues numbered pairs; a test changes what it does by its fields. */
function createPlatform(options: { username?: string | null; vault?: Vault } = {}) {
  const clock = createClock({ startMs: 1_700_000_000_000, speed: 0 })
  const vault = options.vault ?? createMemoryVault()
  const log = createQuietLog()
  let issued = 0
  const platform = {
    lifeMs: HOUR_MS,
    issuedAgoMs: 0,
    renew: (): void => undefined,
    signIn: (): void => undefined,
  }
  const pair = () => {
    issued += 1
    const name = String(issued)
    const startMs = clock.now() + http.skewMs - platform.issuedAgoMs
    return {
      sessionToken: fakeToken(`s${name}`, startMs, platform.lifeMs),
      refreshToken: `r${name}`,
    }
  }
  const http: FakeHttp = createFakeHttp((operation) => {
    if (operation === 'RenewSession') {
      platform.renew()
      return { renewSession: pair() }
    }
    platform.signIn()
    return operation === 'InitSession' ? { initSession: pair() } : { initAnonymousSession: pair() }
  })
  const who = { ...account, ...(options.username === null ? { username: null } : {}) }
  const accounts = createAccounts(who)
  const store = createTokenStore(vault, accounts.current)
  const open = (): AuthSession => createAuthSession({ http, accounts, store, clock, log })
  return { accounts, clock, vault, log, http, platform, open }
}

const nameOf = (token: string): string => token.split('.')[2] ?? ''
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no failure',
    (error: unknown) => (error instanceof PlatformError ? error.failure.code : error),
  )

describe('the session', () => {
  it('signs in with the pre-shared key, once for all who wait', async () => {
    const { http, open } = createPlatform()
    const session = open()
    const tokens = await Promise.all([session.token(), session.token(), session.token()])
    expect(tokens.map(nameOf)).toEqual(['s1', 's1', 's1'])
    expect(http.sent).toEqual(['InitSession psk'])
    expect(session.role()).toBe('CRM')
  })

  it('is anonymous without a user name', async () => {
    const { http, open } = createPlatform({ username: null })
    const session = open()
    await session.token()
    expect(http.sent).toEqual(['InitAnonymousSession psk'])
    expect(session.role()).toBe('ANYM')
  })

  it('renews shortly before the end, with the refresh token, and nobody waits for it', async () => {
    const { http, clock, open } = createPlatform()
    const session = open()
    await session.token()
    await clock.advance(HOUR_MS - MINUTE_MS / 2)
    expect(nameOf(await session.token())).toBe('s1')
    await vi.waitFor(async () => {
      expect(nameOf(await session.token())).toBe('s2')
    })
    expect(http.sent).toEqual(['InitSession psk', 'RenewSession r1'])
  })

  it('renews once, however many wait for a token that has run out', async () => {
    const { http, clock, open } = createPlatform()
    const session = open()
    await session.token()
    await clock.advance(2 * HOUR_MS)
    const tokens = await Promise.all([session.token(), session.token()])
    expect(tokens.map(nameOf)).toEqual(['s2', 's2'])
    expect(http.sent).toEqual(['InitSession psk', 'RenewSession r1'])
  })

  it('has the new pair in the vault before it is used', async () => {
    const order: string[] = []
    const memory = createMemoryVault()
    const vault: Vault = {
      ...memory,
      set: async (name, value) => {
        order.push('kept')
        await memory.set(name, value)
      },
    }
    const { open } = createPlatform({ vault })
    await open().token()
    order.push('used')
    expect(order).toEqual(['kept', 'used'])
  })

  it('goes on with the kept pair after a restart', async () => {
    const { http, open } = createPlatform()
    await open().token()
    expect(nameOf(await open().token())).toBe('s1')
    expect(http.sent).toEqual(['InitSession psk'])
  })

  it('signs in afresh when a crash has lost the pair that a renewal brought', async () => {
    const { http, clock, platform, open } = createPlatform()
    await open().token()
    await clock.advance(2 * HOUR_MS)
    platform.renew = refusedToken
    expect(nameOf(await open().token())).toBe('s2')
    expect(http.sent).toEqual(['InitSession psk', 'RenewSession r1', 'InitSession psk'])
  })

  it('never sends a refresh token twice when the answer to a renewal was lost', async () => {
    const { http, clock, platform, open } = createPlatform()
    const session = open()
    await session.token()
    await clock.advance(2 * HOUR_MS)
    platform.renew = () => {
      throw platformError('timed-out', 'lost', 'unknown')
    }
    platform.signIn = () => {
      throw platformError('offline', 'away', 'not-carried-out')
    }
    expect(await codeOf(session.token())).toBe('offline')
    platform.signIn = () => undefined
    await session.token()
    expect(http.sent.filter((line) => line.startsWith('Renew'))).toEqual(['RenewSession r1'])
  })

  it('keeps the refresh token when a renewal never left the machine', async () => {
    const { http, clock, platform, open } = createPlatform()
    const session = open()
    await session.token()
    await clock.advance(2 * HOUR_MS)
    platform.renew = () => {
      throw platformError('offline', 'away', 'not-carried-out')
    }
    expect(await codeOf(session.token())).toBe('offline')
    platform.renew = () => undefined
    expect(nameOf(await session.token())).toBe('s2')
    expect(http.sent.at(-1)).toBe('RenewSession r1')
  })

  it('brings another token when one is refused', async () => {
    const { http, open } = createPlatform()
    const session = open()
    const token = await session.token()
    session.accepted(token)
    session.refused(token)
    session.refused(token)
    expect(nameOf(await session.token())).toBe('s2')
    expect(http.sent).toEqual(['InitSession psk', 'RenewSession r1'])
  })

  it('measures by the server: a clock that is wrong by a day does no harm', async () => {
    const { http, open } = createPlatform()
    http.skewMs = -24 * HOUR_MS
    const session = open()
    expect(nameOf(await session.token())).toBe('s1')
    expect(nameOf(await session.token())).toBe('s1')
    expect(http.sent).toHaveLength(1)
  })

  it('uses tokens that had run out on arrival all the same: the platform decides', async () => {
    const { http, clock, platform, open } = createPlatform()
    platform.issuedAgoMs = 24 * HOUR_MS
    const session = open()
    const token = await session.token()
    session.accepted(token)
    await clock.advance(2 * HOUR_MS)
    expect(await session.token()).toBe(token)
    expect(http.sent).toHaveLength(1)
    session.refused(token)
    expect(nameOf(await session.token())).toBe('s2')
    expect(http.sent).toEqual(['InitSession psk', 'RenewSession r1'])
  })

  it('rests once for all that were refused together: the pause grows with tries alone', async () => {
    const { http, clock, platform, open } = createPlatform()
    platform.issuedAgoMs = 24 * HOUR_MS
    const session = open()
    const token = await session.token()
    for (let time = 0; time < 3; time++) session.refused(token)
    await clock.advance(29_000)
    expect(await codeOf(session.token())).toBe('sign-in-expired')
    await clock.advance(2_000)
    await session.token()
    expect(http.sent).toHaveLength(2)
  })

  it.each([
    [1_000, 'sign-in-expired'],
    [-119_000, 'sign-in-expired'],
    [120_000, 'clock-wrong'],
    [-24 * HOUR_MS, 'clock-wrong'],
  ])(
    'stops asking where such a token is refused, for a clock off by %d ms: %s',
    async (skewMs, code) => {
      const { http, clock, platform, open } = createPlatform()
      platform.issuedAgoMs = 24 * HOUR_MS
      http.skewMs = skewMs
      const session = open()
      session.refused(await session.token())
      for (let time = 0; time < 20; time++) expect(await codeOf(session.token())).toBe(code)
      expect(http.sent).toHaveLength(1)
      await clock.advance(31_000)
      session.refused(await session.token())
      expect(await codeOf(session.token())).toBe(code)
      await clock.advance(31_000)
      expect(await codeOf(session.token())).toBe(code)
      expect(http.sent).toHaveLength(2)
    },
  )

  it('stops asking when the platform refuses every token that it issues', async () => {
    const { http, open } = createPlatform()
    const session = open()
    for (let time = 0; time < 20; time++) {
      try {
        session.refused(await session.token())
      } catch (error) {
        expect(error).toMatchObject({ failure: { code: 'unauthorised' } })
      }
    }
    expect(http.sent).toHaveLength(2)
  })

  it.each([
    ['a refused key', () => refusedToken(), 'wrong-key'],
    ['a wrong password', () => fail('wrong-credentials'), 'wrong-credentials'],
    ['an e-mail that was never confirmed', () => fail('email-unconfirmed'), 'email-unconfirmed'],
  ] as const)('tells %s and asks no more for a while', async (_name, signIn, code) => {
    const { http, platform, open } = createPlatform()
    platform.signIn = signIn
    const session = open()
    for (let time = 0; time < 5; time++) expect(await codeOf(session.token())).toBe(code)
    expect(http.sent).toHaveLength(1)
  })

  it('signs in as somebody else, whose tokens are used and kept from then on', async () => {
    const { accounts, http, open } = createPlatform()
    const session = open()
    await session.token()
    await session.signIn({ username: 'other', password: 'pass' })
    expect(nameOf(await session.token())).toBe('s2')
    expect(nameOf(await open().token())).toBe('s2')
    expect(accounts.current()).toMatchObject({ username: 'other', password: 'pass' })
    expect(http.sent).toEqual(['InitSession psk', 'InitSession psk'])
  })

  it('goes on as before when the other sign-in is refused', async () => {
    const { accounts, platform, open } = createPlatform()
    const session = open()
    await session.token()
    platform.signIn = () => fail('wrong-credentials')
    expect(await codeOf(session.signIn({ username: 'other', password: 'no' }))).toBe(
      'wrong-credentials',
    )
    expect(nameOf(await session.token())).toBe('s1')
    expect(accounts.current()?.username).toBe('user')
  })

  it('has no token once signed out, and asks nobody for one', async () => {
    const { http, open } = createPlatform()
    const session = open()
    await session.token()
    await session.signOut()
    expect(await codeOf(session.token())).toBe('signed-out')
    expect(await codeOf(open().token())).toBe('signed-out')
    expect(http.sent).toHaveLength(1)
  })

  it('does not take up tokens that arrive after somebody signed out', async () => {
    const { open } = createPlatform()
    const session = open()
    const late = codeOf(session.token())
    await session.signOut()
    expect(await late).toBe('signed-out')
    expect(await codeOf(session.token())).toBe('signed-out')
  })

  it('writes no secret to the log', async () => {
    const { log, clock, platform, open } = createPlatform()
    const session = open()
    await session.token()
    await clock.advance(2 * HOUR_MS)
    platform.renew = refusedToken
    platform.signIn = () => fail('wrong-credentials')
    await codeOf(session.token())
    expect(log.lines.length).toBeGreaterThan(0)
    expect(log.lines.join('\n')).not.toMatch(/psk|secret|s1|r1|user/)
  })
})

function fail(code: 'wrong-credentials' | 'email-unconfirmed'): never {
  throw platformError(code, 'no', 'refused')
}
