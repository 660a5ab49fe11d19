import type { Clock } from '#common/clock.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { AccountKeeper, Credentials } from './account-keeper.ts'
import { platformError } from './failures.ts'
import type { Http } from './http.ts'
import { PlatformError } from './platform.ts'
import { refusedOnArrival, renew, signIn } from './sign-in.ts'
import { renewalMarginMs, runsOut, withoutEnd, type TokenPair, type TokenStore } from './tokens.ts'

export interface AuthSession {
  /** CRM with a user name, ANYM without. */
  role(): 'CRM' | 'ANYM'
  /** A token to send now: kept, renewed or signed in for. Throws a PlatformError. */
  token(): Promise<string>
  /** The platform took this token: the account works. */
  accepted(token: string): void
  /** The platform refused this token: the next `token()` brings another one, or throws. */
  refused(token: string): void
  /** Signs in as somebody else and keeps it; throws a PlatformError, and then all is as it was. */
  signIn(credentials: Credentials): Promise<void>
  /** Forgets account and tokens: `token()` throws `signed-out` until somebody signs in. */
  signOut(): Promise<void>
}

/** What a client needs of it. */
export type Tokens = Pick<AuthSession, 'token' | 'accepted' | 'refused'>

/** After these the account is left in peace for a while: asking again at once cannot help. */
const permanent: ReadonlySet<ErrorCode> = new Set([
  'wrong-key',
  'wrong-credentials',
  'email-unconfirmed',
  'clock-wrong',
  'sign-in-expired',
  'unauthorised',
  'forbidden',
  'invalid',
])
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 600_000

/** A token with less life than this is not sent any more (ms): it might run out on the way. */
const TOO_SHORT_MS = 2_000
/** So many fresh pairs may be refused in a row before the account is left in peace. */
const REFUSALS_ALLOWED = 1

/**
 * The token pair of the account: INI (pre-shared key) → CRM or ANYM → renewed with the refresh
 * token shortly before it runs out. However many callers wait, one renewal or sign-in runs.
 */
export function createAuthSession(deps: {
  http: Http
  accounts: AccountKeeper
  store: TokenStore
  clock: Clock
  log: Log
}): AuthSession {
  const { http, accounts, store, clock, log } = deps
  let pair: TokenPair | null = null
  let loading: Promise<void> | null = null
  /** The present pair has been taken by the platform at least once. */
  let proven = false
  /** The present pair had run out when it came: the platform decides what it is worth. */
  let hadRunOut = false
  /** Fresh pairs refused in a row. */
  let refusals = 0
  let pending: Promise<string> | null = null
  let pause: { failure: PlatformError; untilMs: number; lengthMs: number } | null = null
  /** What was begun for an account before somebody signed in or out comes too late. */
  let era = 0

  const serverNowMs = (): number => clock.now() + http.skewMs

  const load = async (): Promise<void> => {
    try {
      pair = await store.load()
      // Kept from before a restart: it has worked, so a refusal only means that it is old.
      proven = pair !== null
    } catch {
      log.warn({}, 'the kept tokens cannot be read: signing in afresh')
    }
  }

  /** On disk before it is used: a crash in between ends in a fresh sign-in. */
  const take = async (fresh: TokenPair, begunIn: number): Promise<string> => {
    if (begunIn !== era) throw signedOut()
    await keep(fresh)
    adopt(fresh)
    return fresh.session
  }

  const adopt = (fresh: TokenPair): void => {
    hadRunOut = runsOut(fresh, serverNowMs(), 0)
    pair = hadRunOut ? withoutEnd(fresh) : fresh
    proven = false
    if (hadRunOut) log.warn({}, 'tokens had run out on arrival: they are used all the same')
  }

  const keep = async (kept: TokenPair): Promise<void> => {
    try {
      await store.save(kept)
    } catch {
      log.warn({}, 'the tokens cannot be kept: the next launch signs in afresh')
    }
  }

  const renewed = async (old: TokenPair, refresh: string): Promise<string | null> => {
    const begunIn = era
    try {
      const token = await take(await renew(http, refresh), begunIn)
      log.info({}, 'session renewed')
      return token
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      const { code } = error.failure
      log.info({ code }, 'session not renewed')
      if (begunIn !== era) throw error
      if (error.outcome === 'not-carried-out' && code !== 'unauthorised') throw error
      // Spent, or perhaps spent: it must not be sent a second time.
      pair = { ...old, refresh: null }
      await keep(pair)
      return null
    }
  }

  const obtain = async (): Promise<string> => {
    const old = pair
    const begunIn = era
    const account = accounts.current()
    if (!account) throw signedOut()
    if (pause && isResting(pause)) throw pause.failure
    try {
      const token = old?.refresh ? await renewed(old, old.refresh) : null
      if (token !== null) return token
      const fresh = await take(await signIn(http, account), begunIn)
      log.info({ role: account.username === null ? 'ANYM' : 'CRM' }, 'signed in')
      return fresh
    } catch (error) {
      const stands = error instanceof PlatformError && permanent.has(error.failure.code)
      if (stands && begunIn === era) rest(error)
      throw error
    }
  }

  /** A clock that was set back makes no pause longer than it was meant. */
  const isResting = ({ untilMs, lengthMs }: NonNullable<typeof pause>): boolean => {
    const leftMs = untilMs - clock.now()
    return leftMs > 0 && leftMs <= lengthMs
  }

  /** Once for all that were refused together: what fails during a pause makes it no longer. */
  const rest = (failure: PlatformError): void => {
    if (pause && isResting(pause)) return
    const lengthMs = Math.min(pause ? pause.lengthMs * 2 : FIRST_PAUSE_MS, LONGEST_PAUSE_MS)
    pause = { failure, untilMs: clock.now() + lengthMs, lengthMs }
    log.warn({ code: failure.failure.code, pauseMs: lengthMs }, 'cannot sign in')
  }

  const forget = async (): Promise<void> => {
    try {
      await store.clear()
    } catch {
      log.error({}, 'the kept tokens cannot be removed')
    }
  }

  /** A new account, or none: nothing of the one before counts. */
  const begin = (fresh: TokenPair | null): void => {
    era += 1
    if (fresh) adopt(fresh)
    else pair = null
    refusals = 0
    pending = null
    pause = null
  }

  const obtainOnce = (): Promise<string> => {
    const asked = obtain().finally(() => {
      if (pending === asked) pending = null
    })
    return asked
  }

  return {
    role: () => (accounts.current()?.username === null ? 'ANYM' : 'CRM'),
    async token() {
      await (loading ??= load())
      if (pair && !runsOut(pair, serverNowMs(), renewalMarginMs(pair))) return pair.session
      const fresh = (pending ??= obtainOnce())
      if (!pair || runsOut(pair, serverNowMs(), TOO_SHORT_MS)) return fresh
      // Nobody waits for a renewal while the old token still has some life.
      fresh.catch(() => undefined)
      return pair.session
    },
    accepted(token) {
      if (token !== pair?.session) return
      proven = true
      refusals = 0
      pause = null
    },
    refused(token) {
      if (token !== pair?.session) return
      // Run out for us too, so that it is renewed, or replaced by a new sign-in.
      pair = { ...pair, expiresAtMs: 0 }
      if (proven) return
      pair = { ...pair, refresh: null }
      if (hadRunOut) {
        rest(refusedOnArrival(http))
        return
      }
      refusals += 1
      if (refusals <= REFUSALS_ALLOWED) return
      rest(platformError('unauthorised', 'the platform refuses its own tokens', 'not-carried-out'))
    },
    async signIn(credentials) {
      await (loading ??= load())
      const fresh = await signIn(http, accounts.as(credentials))
      await accounts.take(credentials)
      begin(fresh)
      await keep(fresh)
      log.info({ role: 'CRM' }, 'signed in at the desk')
    },
    async signOut() {
      await (loading ??= load())
      await accounts.drop()
      begin(null)
      await forget()
      log.info({}, 'signed out')
    },
  }
}

function signedOut(): PlatformError {
  return platformError('signed-out', 'the terminal is signed out', 'not-carried-out')
}
