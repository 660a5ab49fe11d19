import { ApolloError } from '@apollo/client/core'
import type { Failure } from '#contract/errors.ts'
import { CommandError, failureOf } from '../bridge.ts'

/** Main's own failure within what Apollo throws; an error of the platform's counts as `unavailable`. */
export function failureOfApollo(thrown: unknown): Failure {
  if (!(thrown instanceof ApolloError)) return failureOf(thrown)
  if (thrown.networkError instanceof CommandError) return thrown.networkError.failure
  if (thrown.graphQLErrors.length === 0) return failureOf(thrown)
  return { code: 'unavailable', message: thrown.message, retryable: true }
}

/** The answer of `work`; rejects with a {@link CommandError} alone, which `failureOf` reads. */
export async function unwrapped<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (thrown) {
    throw new CommandError(failureOfApollo(thrown))
  }
}

/** What is thrown for an answer without the part that was asked for. */
export const notDelivered = (code: 'not-found' | 'unexpected-answer'): CommandError =>
  new CommandError({
    code,
    message: 'the answer lacks what was asked for',
    retryable: code === 'unexpected-answer',
  })
