import type { ErrorCode } from '#contract/errors.ts'
import { failureOf } from '#main/core/errors.ts'
import { outcomeOf } from './outcome.ts'
import { PlatformError, type Outcome } from './platform.ts'

/** Codes of Node and Chromium that say: the request never left, or nobody took it. */
const NOT_SENT =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|EADDRNOTAVAIL|CONNECT_TIMEOUT|ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_PROXY_CONNECTION_FAILED/
/**
 * A connection that stood has failed, which Chromium reports by the same codes as one that was never made;
 * or the other side ended it by an alert, which in TLS 1.3 may come after the request has left.
 */
const PERHAPS_SENT = /\b(?:read|write) E|ERR_ADDRESS_UNREACHABLE|ALERT/
const NO_SUCH_HOST = /ENOTFOUND|ERR_NAME_NOT_RESOLVED/
/** A certificate that is not the platform's: somebody else answers, before anything was sent. */
const WRONG_CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/
/** Nobody issues certificates for later: this machine's clock is behind. */
const NOT_YET_VALID = /CERT_NOT_YET_VALID/
/** Their certificate is old, or this clock ahead: the words for it name both. */
const WRONG_DATE = /CERT_HAS_EXPIRED|ERR_CERT_DATE_INVALID/
/** Something is wrong with the encryption, which may show in the middle of an answer, too. */
const WRONG_ENCRYPTION = /ERR_SSL|ERR_TLS/
const REDIRECTED = /redirect/i
const PROXY = /ERR_(PROXY|TUNNEL|MANDATORY_PROXY|UNEXPECTED_PROXY_AUTH)/

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
export const isWrongCertificate = (error: unknown): boolean => {
  const traces = tracesOf(error)
  return WRONG_CERTIFICATE.test(traces) || WRONG_ENCRYPTION.test(traces)
}

/** Whether a request failed at a proxy on the way. */
export const isProxyFault = (error: unknown): boolean => PROXY.test(tracesOf(error))

/**
 * A request that got no answer. `reached`: the endpoint has answered before, so a host that cannot
 * be found is the network's fault, not the address's.
 */
export function networkError(error: unknown, reached: boolean): PlatformError {
  const traces = tracesOf(error)
  const perhapsSent = PERHAPS_SENT.test(traces)
  if (!reached && NO_SUCH_HOST.test(traces))
    return platformError('wrong-endpoint', 'the address cannot be found', 'not-carried-out')
  if (NOT_SENT.test(traces) && !perhapsSent)
    return platformError('offline', 'the platform cannot be reached', 'not-carried-out')
  if (NOT_YET_VALID.test(traces) && !perhapsSent)
    return platformError('clock-wrong', 'the certificate begins later', 'not-carried-out')
  if (WRONG_DATE.test(traces) && !perhapsSent)
    return platformError('wrong-certificate', 'the certificate has run out', 'not-carried-out')
  if (WRONG_CERTIFICATE.test(traces) && !perhapsSent)
    return platformError('captive-portal', 'somebody else answers', 'not-carried-out')
  // A redirect is an answer, so the request had left.
  if (REDIRECTED.test(traces))
    return platformError('captive-portal', 'somebody else answers', 'unknown')
  if (WRONG_CERTIFICATE.test(traces) || WRONG_ENCRYPTION.test(traces))
    return platformError('captive-portal', 'the encryption broke', 'unknown')
  return platformError('offline', 'the connection broke', 'unknown')
}

/**
 * An answer that is no GraphQL answer, by its status and by whether it is a web page. A proxy may
 * have put it in the place of the platform's: nobody knows what became of the request.
 */
export function failureOfStatus(status: number, html: boolean, reached: boolean): PlatformError {
  const [code, what] = meaningOfStatus(status, html, reached)
  const outcome = outcomeOf({ left: 'perhaps', status, body: 'other', errors: [] })
  return platformError(code, `${what} (status ${String(status)})`, outcome)
}

function meaningOfStatus(status: number, html: boolean, reached: boolean): [ErrorCode, string] {
  if (reached && status === 404) return ['unavailable', 'nothing there just now']
  if (status === 404 || status === 410) return ['wrong-endpoint', 'nothing at this address']
  if (status === 429) return ['unavailable', 'too many requests']
  if (status >= 500 && status !== 511) return ['unavailable', 'the platform failed']
  if (html || status < 400 || status === 407 || status === 511)
    return ['captive-portal', 'a web page answered']
  if (status === 401) return ['unauthorised', 'token refused']
  if (status === 403) return ['forbidden', 'not allowed']
  if (status === 400 || status === 422) return ['invalid', 'the question was refused']
  return ['unexpected-answer', 'unexpected answer']
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
    return {
      message: typeof fields['message'] === 'string' ? fields['message'].slice(0, 500) : '',
      code: typeof code === 'string' && CODE.test(code) ? code : null,
      path: readPath(fields['path'] ?? []),
    }
  })
}

/** A step that cannot be read stays a step: a path must not look shorter than it is. */
function readPath(path: unknown): (string | number)[] {
  const steps: unknown[] = Array.isArray(path) ? path : ['']
  return steps
    .slice(0, LONGEST_PATH)
    .map((step) => (typeof step === 'string' || typeof step === 'number' ? step : ''))
}

type Row = readonly [RegExp, ErrorCode]

/** The reference's own words; it names no envelope, so they count wherever they stand (trap 9). */
const documented: readonly Row[] = [
  [/EMAIL_CONFIRMATION_REQUIRED/i, 'email-unconfirmed'],
  [/Wrong username or password/i, 'wrong-credentials'],
]

/** What GraphQL servers usually say. */
const usual: readonly Row[] = [
  [new RegExp(`^${MALFORMED}$`), 'unexpected-answer'],
  [/WRONG_CREDENTIALS|INVALID_CREDENTIALS/i, 'wrong-credentials'],
  [/UNAUTHENTICATED|UNAUTHORI[SZ]ED|TOKEN_EXPIRED|INVALID_TOKEN/i, 'unauthorised'],
  [/FORBIDDEN|ACCESS_DENIED|PERMISSION/i, 'forbidden'],
  [/NOT_FOUND/i, 'not-found'],
  [/BAD_USER_INPUT|VALIDATION_FAILED|PARSE_FAILED|BAD_REQUEST/i, 'invalid'],
  [/REJECTED/i, 'rejected'],
  [/RATE_LIMIT|TOO_MANY|SERVICE_UNAVAILABLE|INTERNAL/i, 'unavailable'],
]

/** What a GraphQL error stands for, by its code, and where `by` is `words` by its message, too. */
export function meaningOf(
  { code, message }: GraphqlError,
  by: 'words' | 'code' = 'words',
): ErrorCode {
  const words = by === 'words' ? message : null
  return (
    rowOf(documented, code) ??
    rowOf(documented, words) ??
    rowOf(usual, code) ??
    rowOf(usual, words) ??
    'unavailable'
  )
}

/** An error for logs and staff. Its message stays out: nobody knows what it carries. */
export const messageOf = (error: GraphqlError | undefined): string =>
  error
    ? `the platform answered ${error.code ?? 'an error without code'}`
    : 'an answer without data'

function rowOf(rows: readonly Row[], text: string | null): ErrorCode | undefined {
  return rows.find(([pattern]) => text !== null && pattern.test(text))?.[1]
}

export function platformError(code: ErrorCode, message: string, outcome: Outcome): PlatformError {
  return new PlatformError(failureOf(code, message), outcome)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
