import type { ErrorCode } from '#contract/errors.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { PlatformError } from './platform.ts'

/**
 * A change as screens see it: where nobody knows what became of it, the failure is
 * `perhaps-done`, whatever the reason, so that nobody is asked to just try again.
 */
export async function perhapsDoneIfUnknown<T>(change: Promise<T>): Promise<T> {
  try {
    return await change
  } catch (error) {
    if (!(error instanceof PlatformError) || error.outcome !== 'unknown') throw error
    throw perhapsDone(error.failure.code)
  }
}

/** `cause`: what is known of why, as a code. */
export const perhapsDone = (cause: ErrorCode): CommandError =>
  new CommandError(failureOf('perhaps-done', 'nobody knows what became of it', { cause }))
