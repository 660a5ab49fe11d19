import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import { platformError } from './failures.ts'
import type { Http } from './http.ts'
import type { PlatformError } from './platform.ts'
import { refusedOnArrival } from './sign-in.ts'
import { renewalMarginMs, runsOut, withoutEnd, type TokenPair, type TokenStore } from './tokens.ts'

/** The token pair of the account, kept over restarts, and what the platform made of it. */
export interface HeldTokens {
  /** Takes up the kept pair, once; before anything else. */
  load(): Promise<void>
  pair(): TokenPair | null
  /** The token to send, until it is time to renew it. */
  fresh(): string | null
  /** The token to send while it is renewed; null where it might run out on the way. */
  usable(): string | null
  /**
   * On disk before it is used: a crash in between ends in a fresh sign-in. Where it is wanted no more once
   * it is on disk, as somebody signed out meanwhile, it goes again.
   */
  take(next: TokenPair, isWanted: () => boolean): Promise<void>
  /** The refresh token of `old` is spent, or perhaps spent: it must not be sent a second time. */
  spendRefresh(old: TokenPair): Promise<void>
  /** The pair of another account, or none: it is not kept yet, and no refusal before it counts. */
  replace(next: TokenPair | null): void
  /** The platform took this token. False: it is not the present one. */
  accepted(token: string): boolean
  /** The platform refused this token: it is not sent again. The failure where another one cannot help. */
  refused(token: string): PlatformError | null
}

/** A token with less life than this is not sent any more (ms): it might run out on the way. */
const TOO_SHORT_MS = 2_000
/** So many fresh pairs may be refused in a row before the account is left in peace. */
const REFUSALS_ALLOWED = 1

export function createHeldTokens(deps: {
  http: Pick<Http, 'skewMs'>
  /** Never throws. */
  store: TokenStore
  clock: Clock
  log: Log
}): HeldTokens {
  const { http, store, clock, log } = deps
  let loading: Promise<void> | null = null
  let pair: TokenPair | null = null
  /** The present pair has been taken by the platform at least once. */
  let proven = false
  /** The present pair had run out when it came: the platform decides what it is worth. */
  let hadRunOut = false
  /** Fresh pairs refused in a row. */
  let refusals = 0

  const load = async (): Promise<void> => {
    pair = await store.load()
    // Kept from before a restart: it has worked, so a refusal only means that it is old.
    proven = pair !== null
  }
  const tokenFor = (marginMs: (pair: TokenPair) => number): string | null =>
    pair && !runsOut(pair, clock.now() + http.skewMs, marginMs(pair)) ? pair.session : null
  const adopt = (next: TokenPair): void => {
    hadRunOut = runsOut(next, clock.now() + http.skewMs, 0)
    pair = hadRunOut ? withoutEnd(next) : next
    proven = false
    if (hadRunOut) log.warn({}, 'tokens had run out on arrival: they are used all the same')
  }

  return {
    load: () => (loading ??= load()),
    pair: () => pair,
    fresh: () => tokenFor(renewalMarginMs),
    usable: () => tokenFor(() => TOO_SHORT_MS),
    async take(next, isWanted) {
      await store.save(next)
      if (isWanted()) adopt(next)
      else await (pair === null ? store.clear() : store.save(pair))
    },
    async spendRefresh(old) {
      pair = { ...old, refresh: null }
      await store.save(pair)
    },
    replace(next) {
      if (next) adopt(next)
      else pair = null
      refusals = 0
    },
    accepted(token) {
      if (token !== pair?.session) return false
      proven = true
      refusals = 0
      return true
    },
    refused(token) {
      if (token !== pair?.session) return null
      // Run out for us too, so that it is renewed, or replaced by a new sign-in.
      pair = { ...pair, expiresAtMs: 0 }
      if (proven) return null
      pair = { ...pair, refresh: null }
      if (hadRunOut) return refusedOnArrival(http)
      refusals += 1
      return refusals > REFUSALS_ALLOWED ? refusesItsOwn() : null
    },
  }
}

function refusesItsOwn(): PlatformError {
  return platformError('unauthorised', 'the platform refuses its own tokens', 'not-carried-out')
}
