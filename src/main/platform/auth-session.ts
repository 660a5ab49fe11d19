import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { AccountKeeper, Credentials } from './account-keeper.ts'
import { createHeldTokens } from './held-tokens.ts'
import type { Http } from './http.ts'
import { createTokenSource } from './token-source.ts'
import { createSignInPause } from './sign-in-pause.ts'
import { signIn } from './sign-in.ts'
import { withLoggedFaults, type TokenPair, type TokenStore } from './tokens.ts'

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
  const { http, accounts, clock, log } = deps
  const store = withLoggedFaults(deps.store, log)
  const held = createHeldTokens({ http, store, clock, log })
  const pause = createSignInPause({ clock, log })
  const source = createTokenSource({ http, accounts, held, pause, log })

  /** A new account, or none: nothing of the one before counts. */
  const begin = (fresh: TokenPair | null): void => {
    source.startOver()
    held.replace(fresh)
    pause.end()
  }

  return {
    role: () => (accounts.current()?.username === null ? 'ANYM' : 'CRM'),
    async token() {
      await held.load()
      const fresh = held.fresh()
      if (fresh !== null) return fresh
      const obtained = source.obtain()
      const old = held.usable()
      if (old === null) return obtained
      // Nobody waits for a renewal while the old token still has some life.
      obtained.catch(() => undefined)
      return old
    },
    accepted(token) {
      if (held.accepted(token)) pause.end()
    },
    refused(token) {
      const failure = held.refused(token)
      if (failure) pause.begin(failure)
    },
    async signIn(credentials) {
      await held.load()
      const fresh = await signIn(http, accounts.as(credentials))
      await accounts.take(credentials)
      begin(fresh)
      await store.save(fresh)
      log.info({ role: 'CRM' }, 'signed in at the desk')
    },
    async signOut() {
      await held.load()
      await accounts.drop()
      begin(null)
      await store.clear()
      log.info({}, 'signed out')
    },
  }
}
