import type { ErrorCode } from '#contract/errors.ts'
import { failureOf } from '#main/errors.ts'
import { PlatformError, type Outcome } from './platform.ts'

/** Codes of Node and Chromium that say: the request never left, or nobody took it. */
const NOT_SENT =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|EADDRNOTAVAIL|CONNECT_TIMEOUT|ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_ADDRESS_UNREACHABLE|ERR_PROXY_CONNECTION_FAILED/
const NO_SUCH_HOST = /ENOTFOUND|ERR_NAME_NOT_RESOLVED/
/** A certificate that is not the platform's: somebody else answers. */
const WRONG_CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_SSL|ERR_TLS/
const REDIRECTED = /redirect/i
const PROXY = /ERR_(PROXY|TUNNEL|MANDATORY_PROXY)/

/** Every code, name and message along the chain of causes. */
function tracesOf(error: unknown): string {
  const parts: string[] = []
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    parts.push(each.name, each.message)
    if ('code' in each && typeof each.code === 'string') parts.push(each.code)
    if (each instanceof AggregateError) parts.push(...each.errors.map(tracesOf))
  }
  return parts.join(' ')
}

/** Whether a request failed by a certificate that does not fit the address. */
export const isWrongCertificate = (error: unknown): boolean =>
  WRONG_CERTIFICATE.test(tracesOf(error))

/** Whether a request failed at a proxy on the way. */
export const isProxyFault = (error: unknown): boolean => PROXY.test(tracesOf(error))

/**
 * A request that got no answer. `reached`: the endpoint has answered before, so a host that cannot
 * be found is the network's fault, not the address's.
 */
export function networkError(error: unknown, reached: boolean): PlatformError {
  const traces = tracesOf(error)
  if (!reached && NO_SUCH_HOST.test(traces))
    return platformError('wrong-endpoint', 'the address cannot be found', 'not-carried-out')
  if (NOT_SENT.test(traces))
    return platformError('offline', 'the platform cannot be reached', 'not-carried-out')
  if (WRONG_CERTIFICATE.test(traces) || REDIRECTED.test(traces))
    return platformError('captive-portal', 'somebody else answers', 'not-carried-out')
  return platformError('offline', 'the connection broke', 'unknown')
}

/** An answer that is no GraphQL answer: by its status, and by whether it is a web page. */
export function failureOfStatus(status: number, html: boolean, reached: boolean): PlatformError {
  const told = `status ${String(status)}`
  if (reached && status === 404)
    return platformError('unavailable', `nothing there just now (${told})`, 'not-carried-out')
  if (status === 404 || status === 410)
    return platformError('wrong-endpoint', `nothing at this address (${told})`, 'not-carried-out')
  if (status === 429)
    return platformError('unavailable', `too many requests (${told})`, 'not-carried-out')
  if (status >= 500 && status !== 511)
    return platformError('unavailable', `the platform failed (${told})`, 'unknown')
  if (html || status < 400 || status === 407 || status === 511)
    return platformError('captive-portal', `a web page answered (${told})`, 'not-carried-out')
  if (status === 401)
    return platformError('unauthorised', `token refused (${told})`, 'not-carried-out')
  if (status === 403) return platformError('forbidden', `not allowed (${told})`, 'refused')
  if (status === 400 || status === 422)
    return platformError('invalid', `the question was refused (${told})`, 'refused')
  return platformError('unexpected-answer', `unexpected answer (${told})`, 'unknown')
}

export function looksLikeHtml(contentType: string | null, text: string): boolean {
  return (contentType ?? '').includes('text/html') || /^\s*<(!doctype|html)/i.test(text)
}

/** The code that main gives to a part of an answer that is not what the schema promises. */
export const MALFORMED = 'MALFORMED_ANSWER'
/** Codes are names: anything else might carry what nobody should read. */
const CODE = /^\w[\w.:-]{0,63}$/
/** More errors than this tell nothing new. */
const MOST_ERRORS = 100
const LONGEST_PATH = 20

export interface GraphqlError {
  message: string
  code: string | null
  path: readonly (string | number)[]
}

/** The errors of a GraphQL answer, whatever is missing in them. */
export function readErrors(body: unknown): GraphqlError[] {
  const errors = isRecord(body) ? body['errors'] : undefined
  if (!Array.isArray(errors)) return []
  return errors.slice(0, MOST_ERRORS).map((error: unknown) => {
    const fields = isRecord(error) ? error : {}
    const extensions = isRecord(fields['extensions']) ? fields['extensions'] : {}
    const code = extensions['code']
    const path = Array.isArray(fields['path']) ? (fields['path'] as unknown[]) : []
    return {
      message: typeof fields['message'] === 'string' ? fields['message'].slice(0, 500) : '',
      code: typeof code === 'string' && CODE.test(code) ? code : null,
      path: path
        .filter((step) => typeof step === 'string' || typeof step === 'number')
        .slice(0, LONGEST_PATH),
    }
  })
}

type Row = readonly [RegExp, ErrorCode, Outcome]

/** The reference's own words; it names no envelope, so they count wherever they stand (trap 9). */
const documented: readonly Row[] = [
  [/EMAIL_CONFIRMATION_REQUIRED/i, 'email-unconfirmed', 'refused'],
  [/Wrong username or password/i, 'wrong-credentials', 'refused'],
]

/** What GraphQL servers usually say. */
const usual: readonly Row[] = [
  [new RegExp(`^${MALFORMED}$`), 'unexpected-answer', 'unknown'],
  [/WRONG_CREDENTIALS|INVALID_CREDENTIALS/i, 'wrong-credentials', 'refused'],
  [
    /UNAUTHENTICATED|UNAUTHORI[SZ]ED|TOKEN_EXPIRED|INVALID_TOKEN/i,
    'unauthorised',
    'not-carried-out',
  ],
  [/FORBIDDEN|ACCESS_DENIED|PERMISSION/i, 'forbidden', 'refused'],
  [/NOT_FOUND/i, 'not-found', 'refused'],
  [/BAD_USER_INPUT|VALIDATION_FAILED|PARSE_FAILED|BAD_REQUEST/i, 'invalid', 'refused'],
  [/REJECTED/i, 'rejected', 'refused'],
  [/RATE_LIMIT|TOO_MANY|SERVICE_UNAVAILABLE|INTERNAL/i, 'unavailable', 'unknown'],
]

/** The failure that a GraphQL error stands for. Its message stays out: nobody knows what it carries. */
export function errorOf({ code, message }: GraphqlError): PlatformError {
  const [, meaning, outcome] = rowOf(documented, code) ??
    rowOf(documented, message) ??
    rowOf(usual, code) ??
    rowOf(usual, message) ?? [null, 'unavailable', 'unknown']
  return platformError(meaning, `the platform answered ${code ?? 'an error without code'}`, outcome)
}

function rowOf(rows: readonly Row[], text: string | null): Row | undefined {
  return rows.find(([pattern]) => text !== null && pattern.test(text))
}

export function platformError(code: ErrorCode, message: string, outcome: Outcome): PlatformError {
  return new PlatformError(failureOf(code, message), outcome)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
