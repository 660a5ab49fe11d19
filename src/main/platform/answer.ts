import { errorOf, platformError, readErrors, type GraphqlError } from './failures.ts'
import type { HttpAnswer } from './http.ts'

export interface Delivered {
  data: Record<string, unknown>
  errors: readonly GraphqlError[]
}

/**
 * Takes the data out of a GraphQL answer. `data` and `errors` together are both used; errors
 * throw only when nothing useful was delivered, or when the token was refused.
 */
export function delivered(answer: HttpAnswer): Delivered {
  const errors = readErrors(answer.body)
  const failures = errors.map(errorOf)
  if (answer.status === 401)
    throw platformError('unauthorised', 'the platform refused the token', 'not-carried-out')
  const unauthorised = failures.find((each) => each.failure.code === 'unauthorised')
  if (unauthorised) throw unauthorised
  const body = answer.body as Record<string, unknown>
  const data = body['data']
  if (isRecord(data) && (errors.length === 0 || Object.values(data).some((part) => part !== null)))
    return { data, errors }
  throw failures[0] ?? platformError('unexpected-answer', 'an answer without data', 'unknown')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
