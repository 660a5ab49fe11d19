import type { Failure } from '#contract/errors.ts'
import { failureOf } from '../bridge.ts'

/** What a question of the ask lane failed with: Apollo may wrap what the bridge threw. */
export function failureOfAsking(thrown: unknown): Failure {
  const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown
  return failureOf(cause)
}
