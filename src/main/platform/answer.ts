import type { Fitted } from './answer-shape.ts'
import { errorOf, MALFORMED, platformError, readErrors, type GraphqlError } from './failures.ts'
import type { HttpAnswer } from './http.ts'

export interface Delivered {
  data: Record<string, unknown>
  errors: readonly GraphqlError[]
}

/** Makes data what its operation promises; null: nothing of it can be used. */
export type Fit = (data: unknown) => Fitted

/** For an operation whose few fields the caller checks itself. */
const asItIs: Fit = (data) => ({ data: isRecord(data) ? data : null, faults: [] })

/**
 * Takes the data out of a GraphQL answer. `data` and `errors` together are both used; errors
 * throw only when nothing useful was delivered, or when the token was refused. What `fit` had to
 * leave out counts as an error of its own.
 */
export function delivered(answer: HttpAnswer, fit: Fit = asItIs): Delivered {
  const told = readErrors(answer.body)
  const { data, faults } = fit((answer.body as Record<string, unknown>)['data'])
  const errors = [...told, ...faults.map(malformed)]
  const failures = errors.map(errorOf)
  if (answer.status === 401)
    throw platformError('unauthorised', 'the platform refused the token', 'not-carried-out')
  const unauthorised = failures.find((each) => each.failure.code === 'unauthorised')
  if (unauthorised) throw unauthorised
  if (data && (errors.length === 0 || Object.values(data).some((part) => part !== null)))
    return { data, errors }
  throw failures[0] ?? platformError('unexpected-answer', 'an answer without data', 'unknown')
}

function malformed(field: string): GraphqlError {
  return { message: '', code: MALFORMED, path: [field] }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
