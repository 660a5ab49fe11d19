import type { Clock } from '#common/clock.ts'
import type { Registration } from '#contract/account.ts'
import {
  SetUpAcceptDocument,
  SetUpRegisterDocument,
  type RegisteringContactProfile,
} from '#platform/generated/main/graphql.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import { createClient } from '#main/platform/client.ts'
import { perhapsDoneIfUnknown, perhapsDone } from '#main/platform/perhaps-done.ts'
import { createHttp, type Fetch } from '#main/platform/http.ts'
import { PlatformError, type Platform } from '#main/platform/platform.ts'
import type { Tokens } from '#main/platform/auth-session.ts'
import { refusedOnArrival, signIn } from '#main/platform/sign-in.ts'
import { renewalMarginMs, runsOut, withoutEnd, type TokenPair } from '#main/platform/tokens.ts'
import type { DraftAccount } from './draft.ts'

export interface Way {
  fetch: Fetch
  clock: Clock
  log: Log
}

/** Where a draft stands before anybody has signed in. */
export interface KeyHolder {
  endpoint: string
  key: string
}

/** The platform as the holder of the pre-shared key sees it (role INI). */
export function platformByKey({ endpoint, key }: KeyHolder, { fetch, clock }: Way): Platform {
  const http = createHttp({ endpoint, fetch, clock })
  const token = (): Promise<string> => Promise.resolve(key)
  return createClient({ http, session: sessionOf(token), clock })
}

/** The platform as an account sees it, and the proof that it may sign in. */
export interface AccountPlatform {
  platform: Platform
  /** Throws a PlatformError. */
  signIn(): Promise<unknown>
}

/**
 * Signs in when it is asked for something (`initSession` or `initAnonymousSession`), and again when the
 * token has run out: a draft's tokens are kept nowhere.
 */
export function platformByAccount(
  { endpoint, key }: KeyHolder,
  account: DraftAccount,
  { fetch, clock }: Way,
): AccountPlatform {
  const named = account.kind === 'contact' ? account : { username: null, password: null }
  const { username, password } = named
  const http = createHttp({ endpoint, fetch, clock })
  const serverNowMs = (): number => clock.now() + http.skewMs
  let pair: TokenPair | null = null
  /** The pair had run out when it came: the platform decides, at its first use. */
  let hadRunOut = false
  let isRefused = false
  const token = async (): Promise<string> => {
    if (pair && !runsOut(pair, serverNowMs(), renewalMarginMs(pair))) return pair.session
    if (isRefused) {
      isRefused = false
      throw refusedOnArrival(http)
    }
    const fresh = await signIn(http, { endpoint, key, username, password })
    hadRunOut = runsOut(fresh, serverNowMs(), 0)
    pair = hadRunOut ? withoutEnd(fresh) : fresh
    return fresh.session
  }
  const tokens: Tokens = {
    token,
    accepted() {
      hadRunOut = false
    },
    refused() {
      isRefused = hadRunOut
      pair = null
    },
  }
  return {
    platform: createClient({ http, session: tokens, clock }),
    signIn: token,
  }
}

function sessionOf(token: () => Promise<string>): Tokens {
  return { token, accepted: () => undefined, refused: () => undefined }
}

/**
 * `registerContact` (L2307). Throws a CommandError, `registration-refused` or `perhaps-done`, or a
 * PlatformError.
 */
export async function register(platform: Platform, registration: Registration): Promise<void> {
  const { profile: typed, password, additionalFields } = registration
  // Enum values come from lists of the platform's own; it refuses what it does not know.
  const contactProfile = { ...typed, password } as RegisteringContactProfile
  const variables = { additionalFields, contactProfile }
  const { data } = await perhapsDoneIfUnknown(platform.execute(SetUpRegisterDocument, variables))
  if (!data.registerContact) throw perhapsDone('unexpected-answer')
  const { error, profile } = data.registerContact
  if (profile && !error) return
  const reason = error?.code ?? error?.response?.statusText ?? ''
  const details = reason === '' ? undefined : { reason }
  throw new CommandError(failureOf('registration-refused', 'The platform said no.', details))
}

/** `acceptLegalDocument` (L1983) for each: what was accepted when the account was made. */
export async function acceptDocuments(
  platform: Platform,
  ids: readonly string[],
  log: Log,
): Promise<void> {
  for (const id of ids) {
    try {
      await platform.execute(SetUpAcceptDocument, { id })
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      log.warn({ code: error.failure.code }, 'an acceptance could not be told: Account has it')
    }
  }
}
