import { CommandError } from '#main/core/errors.ts'
import { PlatformError } from '#main/platform/platform.ts'
import type { Audit, AuditEvent } from './audit.ts'

/**
 * Does what the desk asks for, once it is in the audit trail: throws a CommandError `storage` where it
 * cannot be written down, and then nothing was done. One that fails is noted again, with its code as
 * `failed`.
 */
export async function carryOut<T>(
  audit: Pick<Audit, 'write' | 'note'>,
  event: AuditEvent,
  work: () => T | Promise<T>,
): Promise<T> {
  audit.write(event)
  try {
    return await work()
  } catch (error) {
    audit.note({ ...event, details: { ...event.details, failed: codeOf(error) } })
    throw error
  }
}

const codeOf = (error: unknown): string =>
  error instanceof CommandError || error instanceof PlatformError ? error.failure.code : 'internal'
