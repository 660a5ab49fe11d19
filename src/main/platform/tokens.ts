import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import type { Log } from '#main/core/log.ts'
import type { Vault } from '#main/settings/vault.ts'

/** A pair as `initSession`, `initAnonymousSession` and `renewSession` deliver it (L6087). */
export interface TokenPair {
  session: string
  /** Null once it may have been spent: it is single-use. */
  refresh: string | null
  /** Server time (epoch ms) by the token's own claims; null when it has none. */
  issuedAtMs: number | null
  expiresAtMs: number | null
}

const VAULT_NAME = 'tokens'

export function readPair(session: string, refresh: string | null): TokenPair {
  const { iat, exp } = claimsOf(session)
  return {
    session,
    refresh,
    issuedAtMs: iat === undefined ? null : iat * 1000,
    expiresAtMs: exp === undefined ? null : exp * 1000,
  }
}

/** Whether a token has run out, or will within `marginMs`, at `serverNowMs`. */
export function runsOut(pair: TokenPair, serverNowMs: number, marginMs: number): boolean {
  return pair.expiresAtMs !== null && pair.expiresAtMs - marginMs <= serverNowMs
}

/** The pair without its end: what its own times say is not so, and it is used until it is refused. */
export const withoutEnd = (pair: TokenPair): TokenPair => ({ ...pair, expiresAtMs: null })

/** How long before its end a token is renewed: a minute, less for short-lived ones (ms). */
export function renewalMarginMs(pair: TokenPair): number {
  if (pair.expiresAtMs === null || pair.issuedAtMs === null) return 60_000
  return Math.min(60_000, Math.max(0, pair.expiresAtMs - pair.issuedAtMs) / 10)
}

function claimsOf(token: string): { iat?: number; exp?: number } {
  try {
    const { iat, exp } = decodeJwt(token)
    return { ...(iat === undefined ? {} : { iat }), ...(exp === undefined ? {} : { exp }) }
  } catch {
    // Not a JWT: it is used until it is refused.
    return {}
  }
}

export interface TokenStore {
  load(): Promise<TokenPair | null>
  save(pair: TokenPair): Promise<void>
  /** Nothing is kept any more. */
  clear(): Promise<void>
}

type Owner = { endpoint: string; username: string | null } | null

/** Keeps the pair of one account, whichever it is now; another account's pair is never taken up. */
export function createTokenStore(vault: Vault, account: () => Owner): TokenStore {
  const ownerNow = (): string => {
    const { endpoint = null, username = null } = account() ?? {}
    return createHash('sha256')
      .update(JSON.stringify([endpoint, username]))
      .digest('hex')
  }
  return {
    async load() {
      const text = await vault.get(VAULT_NAME)
      const kept: unknown = text === null ? null : JSON.parse(text)
      if (typeof kept !== 'object' || kept === null) return null
      const fields = kept as Record<string, unknown>
      if (fields['owner'] !== ownerNow() || typeof fields['session'] !== 'string') return null
      const refresh = fields['refresh']
      return readPair(fields['session'], typeof refresh === 'string' ? refresh : null)
    },
    async save(pair) {
      const { session, refresh } = pair
      await vault.set(VAULT_NAME, JSON.stringify({ owner: ownerNow(), session, refresh }))
    },
    clear: () => vault.set(VAULT_NAME, JSON.stringify(null)),
  }
}

/** The store, for those who go on without it: what it cannot do is logged. */
export function withLoggedFaults(store: TokenStore, log: Log): TokenStore {
  return {
    async load() {
      try {
        return await store.load()
      } catch {
        log.warn({}, 'the kept tokens cannot be read: signing in afresh')
        return null
      }
    },
    async save(pair) {
      try {
        await store.save(pair)
      } catch {
        log.warn({}, 'the tokens cannot be kept: the next launch signs in afresh')
      }
    },
    async clear() {
      try {
        await store.clear()
      } catch {
        log.error({}, 'the kept tokens cannot be removed')
      }
    },
  }
}
