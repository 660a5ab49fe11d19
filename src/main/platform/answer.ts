import { errorOf, platformError, readErrors, type GraphqlError } from './failures.ts'
import type { HttpAnswer } from './http.ts'

export interface Delivered {
  data: Record<string, unknown>
  errors: readonly GraphqlError[]
}

/**
 * Takes the data out of a GraphQL answer. `data` and `errors` together are both used; errors
 * throw only when nothing useful was delivered, or when the token was refused. What a mutation has
 * answered was carried out, though: then nothing that was refused beside it counts.
 */
export function delivered(answer: HttpAnswer, isMutation = false): Delivered {
  const errors = readErrors(answer.body)
  const failures = errors.map(errorOf)
  if (answer.status === 401)
    throw platformError('unauthorised', 'the platform refused the token', 'not-carried-out')
  const { data } = answer.body as { data?: unknown }
  const hasParts = isRecord(data) && Object.values(data).some((part) => part !== null)
  const unauthorised = failures.find((each) => each.failure.code === 'unauthorised')
  if (unauthorised && !(isMutation && hasParts)) throw unauthorised
  if (isRecord(data) && (errors.length === 0 || hasParts)) return { data, errors }
  throw failures[0] ?? platformError('unexpected-answer', 'an answer without data', 'unknown')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
