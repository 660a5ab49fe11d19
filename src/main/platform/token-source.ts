import type { ErrorCode } from '#contract/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { AccountKeeper } from './account-keeper.ts'
import { platformError } from './failures.ts'
import type { HeldTokens } from './held-tokens.ts'
import type { Http } from './http.ts'
import { PlatformError } from './platform.ts'
import type { SignInPause } from './sign-in-pause.ts'
import { renew, signIn } from './sign-in.ts'
import type { TokenPair } from './tokens.ts'

/** Where new tokens come from: renewed with the refresh token, or signed in for. */
export interface TokenSource {
  /** The next pair's token; one renewal or sign-in runs, however many wait. Throws a PlatformError. */
  obtain(): Promise<string>
  /** The account is another one: what was begun for the one before comes too late. */
  startOver(): void
}

interface TokenSourceDeps {
  http: Http
  accounts: Pick<AccountKeeper, 'current'>
  held: HeldTokens
  pause: SignInPause
  log: Log
}

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

export function createTokenSource(deps: TokenSourceDeps): TokenSource {
  const { http, accounts, held, pause, log } = deps
  let pending: Promise<string> | null = null
  /** Which account it is, by how often it has changed. */
  let era = 0

  const obtain = async (): Promise<string> => {
    const old = held.pair()
    const begunIn = era
    const account = accounts.current()
    if (!account) throw signedOut()
    pause.assertOver()
    try {
      const token = old?.refresh ? await renewed(old, old.refresh) : null
      if (token !== null) return token
      const fresh = await take(await signIn(http, account), begunIn)
      log.info({ role: account.username === null ? 'ANYM' : 'CRM' }, 'signed in')
      return fresh
    } catch (error) {
      const stands = error instanceof PlatformError && permanent.has(error.failure.code)
      if (stands && begunIn === era) pause.begin(error)
      throw error
    }
  }

  /** Null: the refresh token is worth nothing, and a sign-in is needed. */
  const renewed = async (old: TokenPair, refresh: string): Promise<string | null> => {
    const begunIn = era
    try {
      const token = await take(await renew(http, refresh), begunIn)
      log.info({}, 'session renewed')
      return token
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      log.info({ code: error.failure.code }, 'session not renewed')
      if (begunIn !== era || !mayBeSpent(error)) throw error
      await held.spendRefresh(old)
      return null
    }
  }

  const take = async (fresh: TokenPair, begunIn: number): Promise<string> => {
    if (begunIn !== era) throw signedOut()
    await held.take(fresh, () => begunIn === era)
    if (begunIn !== era) throw signedOut()
    return fresh.session
  }

  const obtainOnce = (): Promise<string> => {
    const asked = obtain().finally(() => {
      if (pending === asked) pending = null
    })
    return asked
  }

  return {
    obtain: () => (pending ??= obtainOnce()),
    startOver() {
      era += 1
      pending = null
    },
  }
}

/** Whether a renewal that failed may have used its refresh token up. */
function mayBeSpent({ failure, outcome }: PlatformError): boolean {
  return outcome !== 'not-carried-out' || failure.code === 'unauthorised'
}

function signedOut(): PlatformError {
  return platformError('signed-out', 'the terminal is signed out', 'not-carried-out')
}
