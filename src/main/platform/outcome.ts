import type { Outcome } from './platform.ts'

/** What is known of a request that did not end well. */
export interface Evidence {
  /** `nothing`: not a byte of it can have left this machine. */
  readonly left: 'nothing' | 'perhaps'
  /** HTTP status; null where no answer came. */
  readonly status: number | null
  /** `graphql`: JSON with `data` or `errors`. `other`: a page, a text, another JSON, half an answer. */
  readonly body: 'graphql' | 'other' | null
  /** The errors of a GraphQL answer in which no field has a value. */
  readonly errors: readonly ErrorEvidence[]
}

export interface ErrorEvidence {
  /** `extensions.code` as delivered. */
  readonly code: string | null
  readonly place: ErrorPlace
}

/**
 * `request`: no path, and no `data` in the answer, which in GraphQL means that nothing was executed.
 * `field`: the path is the field that was asked for, and nothing more. `elsewhere`: all others; a
 * part of the answer failed, so the field itself had been carried out, or nobody can tell.
 */
export type ErrorPlace = 'request' | 'field' | 'elsewhere'

/** By these names, and no others, GraphQL servers refuse what they have not begun. */
const REFUSALS: ReadonlySet<string> = new Set([
  'EMAIL_CONFIRMATION_REQUIRED',
  ...['WRONG_CREDENTIALS', 'INVALID_CREDENTIALS'],
  ...['UNAUTHENTICATED', 'UNAUTHORIZED', 'UNAUTHORISED', 'TOKEN_EXPIRED', 'INVALID_TOKEN'],
  ...['FORBIDDEN', 'ACCESS_DENIED', 'PERMISSION_DENIED'],
  ...['BAD_USER_INPUT', 'BAD_REQUEST', 'VALIDATION_FAILED'],
  ...['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'],
  ...['NOT_FOUND', 'REJECTED'],
])

/**
 * The one table from what came back to what became of it (docs/adr/0007). Words in messages count for
 * nothing: proxies in between write them, too.
 */
export function outcomeOf({ left, status, body, errors }: Evidence): Outcome {
  if (left === 'nothing') return 'not-carried-out'
  // Stryker disable next-line ConditionalExpression: isSpoken says so too, but not to the compiler
  if (status === null) return 'unknown'
  if (body !== 'graphql' || !isSpoken(status)) return 'unknown'
  const isRefused = errors.length > 0 && errors.every((each) => isRefusal(each, status))
  return isRefused ? 'refused' : 'unknown'
}

/** GraphQL's own statuses. What is redirected or failed on the server's side may have been carried out. */
const isSpoken = (status: number): boolean => status === 200 || (status >= 400 && status < 500)

function isRefusal({ code, place }: ErrorEvidence, status: number): boolean {
  if (place === 'elsewhere') return false
  return code === null ? status === 401 : REFUSALS.has(code.toUpperCase())
}

/**
 * Where an error stands. `fields`: the names in the answer of what was asked for; `data`: as delivered,
 * undefined where the answer has none.
 */
export function placeOf(
  path: readonly (string | number)[],
  fields: readonly string[],
  data: unknown,
): ErrorPlace {
  if (path.length === 0) return data === undefined ? 'request' : 'elsewhere'
  const [field] = path
  return path.length === 1 && fields.some((each) => each === field) ? 'field' : 'elsewhere'
}
