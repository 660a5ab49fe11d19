import { CommandError, failureOf } from '#main/core/errors.ts'
import { PlatformError } from './platform.ts'

/** What a command answers with when `error` ended it. */
export function commandFailure(error: unknown): CommandError {
  if (error instanceof CommandError) return error
  if (error instanceof PlatformError) return new CommandError(error.failure)
  return new CommandError(failureOf('internal', 'Something unexpected went wrong.'))
}
