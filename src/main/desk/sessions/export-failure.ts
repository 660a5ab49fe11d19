import type { Failure } from '#contract/errors.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import { PlatformError } from '#main/platform/platform.ts'

/** Why a file of the desk was not written; what nobody expects goes into the log. */
export function failureFrom(error: unknown, log: Log): Failure {
  if (error instanceof PlatformError || error instanceof CommandError) return error.failure
  if (error instanceof Error && 'syscall' in error) {
    return failureOf('storage', `The file cannot be written: ${error.message}`)
  }
  log.error({ stack: error instanceof Error ? error.stack : typeof error }, 'an export broke')
  return failureOf('internal', 'The export failed unexpectedly.')
}
