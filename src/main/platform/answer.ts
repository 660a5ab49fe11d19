import type { ErrorCode } from '#contract/errors.ts'
import type { Fitted } from './answer-shape.ts'
import {
  MALFORMED,
  meaningOf,
  platformError,
  readErrors,
  messageOf,
  type GraphqlError,
} from './failures.ts'
import type { HttpAnswer } from './http.ts'
import { outcomeOf, placeOf } from './outcome.ts'
import type { Outcome, PlatformError } from './platform.ts'

export interface Delivered {
  data: Record<string, unknown>
  errors: readonly GraphqlError[]
}

/** Makes data what its operation promises; null: nothing of it can be used. */
export type Fit = (data: unknown) => Omit<Fitted, 'leftOut'>

/**
 * What was asked. Of a mutation nothing but codes tells what became of it; to a query, and to a
 * sign-in, whose words the reference names without an envelope (trap 9), messages count, too.
 */
export type Asked = 'query' | 'mutation' | 'sign-in'

/** For an operation whose few fields the caller checks itself. */
export const asItIs =
  (...fields: string[]): Fit =>
  (data) => ({ data: isRecord(data) ? data : null, faults: [], fields })

/**
 * Takes the data out of a GraphQL answer. `data` and `errors` together are both used; errors
 * throw only when nothing useful was delivered, or when the token was refused. What `fit` had to
 * leave out counts as an error of its own. What a mutation has answered was carried out, though:
 * then nothing that was refused beside it counts.
 */
export function delivered(
  answer: HttpAnswer,
  { fit = asItIs(), asked = 'query' }: { fit?: Fit; asked?: Asked } = {},
): Delivered {
  const raw = (answer.body as Record<string, unknown>)['data']
  const stated = readErrors(answer.body)
  const { data, faults, fields } = fit(raw)
  const errors = [...stated, ...faults.map(malformed)]
  const hasParts = data !== null && Object.values(data).some((part) => part !== null)
  if (data && hasParts && asked !== 'query') return { data, errors }
  const evidence = stated.map(({ code, path }) => ({ code, place: placeOf(path, fields, raw) }))
  const known = { status: answer.status, body: 'graphql' as const, errors: evidence }
  const outcome = outcomeOf({ left: 'perhaps', ...known })
  if (asked === 'mutation') {
    if (data && errors.length === 0) return { data, errors }
    throw failedMutation(answer.status, errors, outcome)
  }
  const codes = errors.map((error) => meaningOf(error))
  if (codes.includes('unauthorised') || (answer.status === 401 && !codes.some(isAboutAccount)))
    throw platformError('unauthorised', 'the platform refused the token', outcome)
  if (data && (errors.length === 0 || hasParts)) return { data, errors }
  throw stated.length + faults.length > 0
    ? platformError(codes[0] ?? 'unavailable', messageOf(errors[0]), outcome)
    : platformError('unexpected-answer', 'an answer without data', 'unknown')
}

/** A mutation that delivered nothing. What nobody knows the outcome of says nothing of its reason. */
function failedMutation(
  status: number,
  errors: readonly GraphqlError[],
  outcome: Outcome,
): PlatformError {
  const [first] = errors
  return platformError(codeOf(status, first, outcome), messageOf(first), outcome)
}

function codeOf(status: number, error: GraphqlError | undefined, outcome: Outcome): ErrorCode {
  // Whatever became of it, another token is due.
  if (status === 401) return 'unauthorised'
  if (outcome === 'refused' && error) return meaningOf(error, 'code')
  return !error || error.code === MALFORMED ? 'unexpected-answer' : 'unavailable'
}

/** Said of who signs in, not of the token that was sent. */
const isAboutAccount = (code: ErrorCode): boolean =>
  code === 'wrong-credentials' || code === 'email-unconfirmed'

function malformed(field: string): GraphqlError {
  return { message: '', code: MALFORMED, path: [field] }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
