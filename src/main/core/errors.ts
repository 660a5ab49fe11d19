import type { ErrorCode, Failure } from '#contract/errors.ts'

/** What a command throws to answer with a failure; the bridge turns it into the envelope. */
export class CommandError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(`${failure.code}: ${failure.message}`)
    this.name = 'CommandError'
    this.failure = failure
  }
}

/** Codes after which the same request may well succeed a moment later. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'offline',
  'captive-portal',
  'timed-out',
  'unavailable',
  'unexpected-answer',
  'connector-late',
])

const DISK_FAULTS: ReadonlySet<unknown> = new Set([
  ...['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE'],
  ...['EISDIR', 'ENOTDIR', 'ENOENT'],
])

/** The system's name for what is wrong with the disk, its rights or its room; null for another error. */
export function diskFaultOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' && DISK_FAULTS.has(code) ? code : null
}

/** A failure with the code's usual `retryable`. `message` is for logs and staff, never a secret. */
export function failureOf(
  code: ErrorCode,
  message: string,
  details?: Record<string, string>,
): Failure {
  const retryable = passing.has(code)
  return details ? { code, message, retryable, details } : { code, message, retryable }
}
