import type { RemoteStartReading } from './charging-api.ts'
import { followAnswer } from './follow.ts'
import { withStep, type StartRecord } from './records.ts'
import { saysRefused } from './status-words.ts'

/**
 * The start after `remoteStart` or `remoteStartWithoutInvoicing` was answered for a card of the
 * account: an attempt that is named is followed like any other; without one, the session on the
 * connector is waited for.
 */
export function afterClassicAnswer(
  record: StartRecord,
  answer: RemoteStartReading | null,
  atMs: number,
): StartRecord {
  if (record.step !== 'requested') return record
  const { attemptId = null, transaction = null, status = null, message = null } = answer ?? {}
  const known = { ...record, transaction }
  if (attemptId !== null && status !== null) {
    const isFailure = saysRefused(status)
    const failureReason = isFailure ? message : null
    const { connectorId } = record
    // Stryker disable next-line ObjectLiteral: an answer names none of them, and nothing reads them here
    const unnamed = { connectorId, chargelogId: null, lastSentAtMs: null }
    const attempt = { ...unnamed, id: attemptId, status, isFailure, failureReason }
    return followAnswer(known, attempt, atMs)
  }
  const isTaken = transaction !== null || attemptId !== null
  return withStep({ ...known, attemptId }, isTaken ? 'accepted' : 'unknown', 'platform', atMs)
}
