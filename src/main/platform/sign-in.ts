import type { Failure } from '#contract/errors.ts'
import {
  InitAnonymousSessionDocument,
  InitSessionDocument,
  RenewSessionDocument,
} from '#platform/generated/main/graphql.ts'
import { failureOf } from '#main/core/errors.ts'
import { asItIs, delivered } from './answer.ts'
import { isClockOff } from './clock-off.ts'
import { platformError } from './failures.ts'
import type { Http } from './http.ts'
import { PlatformError } from './platform.ts'
import { readPair, type TokenPair } from './tokens.ts'

/** What the terminal signs in with. Secrets: they stay in this folder. */
export interface Account {
  endpoint: string
  /** The tenant's pre-shared key (role INI). */
  key: string | null
  /** Null: an anonymous session (role ANYM). */
  username: string | null
  password: string | null
}

const TIMEOUT_MS = 10_000

/** Signs in afresh: `initSession`, or `initAnonymousSession` without a user name. */
export async function signIn(http: Http, account: Account): Promise<TokenPair> {
  const { key, username, password } = account
  if (key === null || key === '')
    throw platformError('wrong-key', 'no pre-shared key is set', 'not-carried-out')
  const named = username !== null
  try {
    return named
      ? await ask(http, key, InitSessionDocument, 'initSession', {
          username,
          password: password ?? '',
        })
      : await ask(http, key, InitAnonymousSessionDocument, 'initAnonymousSession', {})
  } catch (error) {
    throw error instanceof PlatformError ? new PlatformError(asSignIn(error), error.outcome) : error
  }
}

/** Why the platform refuses a token that had run out when it came: its own doing, unless this clock is off. */
export const refusedOnArrival = (http: Pick<Http, 'skewMs'>): PlatformError =>
  platformError(
    isClockOff(http) ? 'clock-wrong' : 'sign-in-expired',
    'the tokens had run out on arrival',
    'not-carried-out',
  )

/** Swaps the refresh token for a new pair (role RFT); it is spent from then on. */
export function renew(http: Http, refreshToken: string): Promise<TokenPair> {
  return ask(http, refreshToken, RenewSessionDocument, 'renewSession', {})
}

async function ask(
  http: Http,
  bearer: string,
  operation: { toString(): string },
  field: string,
  variables: Record<string, unknown>,
): Promise<TokenPair> {
  const query = operation.toString()
  const answer = await http.post({ query, variables, bearer, timeoutMs: TIMEOUT_MS })
  const pair = delivered(answer, { fit: asItIs(field), asked: 'sign-in' }).data[field]
  const fields = (typeof pair === 'object' && pair !== null ? pair : {}) as Record<string, unknown>
  const { sessionToken, refreshToken } = fields
  if (typeof sessionToken !== 'string' || sessionToken === '')
    throw platformError('unexpected-answer', `${field} delivered no token`, 'unknown')
  return readPair(sessionToken, typeof refreshToken === 'string' ? refreshToken : null)
}

/** While signing in, a refused bearer is the pre-shared key. */
function asSignIn({ failure }: PlatformError): Failure {
  const refusesKey = failure.code === 'unauthorised' || failure.code === 'forbidden'
  return refusesKey ? failureOf('wrong-key', 'the platform refused the pre-shared key') : failure
}
