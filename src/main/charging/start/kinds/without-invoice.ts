import { CommandError, failureOf } from '#main/core/errors.ts'
import type { RemoteStartReading } from '#main/charging/api/charging-api.ts'
import { withStep, type StartRecord } from '#main/charging/ledger/records.ts'
import { DEFAULT_VALID_FOR_MS } from '#main/charging/ledger/validity.ts'
import { saysRefused } from '#main/charging/api/status-words.ts'
import { followAnswer } from '#main/charging/start/follow.ts'
import type { StartKind } from '#main/charging/start/start-kind.ts'
import { accountRecord, type AccountKindDeps, type AccountOrder } from './account-order.ts'

/** By the desk, and nobody pays (`remoteStartWithoutInvoicing`, L2527). */
export function startWithoutInvoice(
  order: AccountOrder,
  deps: AccountKindDeps,
): StartKind<RemoteStartReading | null> {
  const { request, choice } = order
  return {
    record: { ...accountRecord(order, deps), withoutInvoice: true },
    validForMs: DEFAULT_VALID_FOR_MS,
    check() {
      const { packageId, target } = request
      if (!choice.hold && packageId === undefined && target?.kind !== 'time') return
      const why = 'A start without invoice takes neither payment, package nor time.'
      throw new CommandError(failureOf('invalid', why))
    },
    send: ({ connectorId }) => deps.api.startWithoutInvoice(connectorId, choice.tagId),
    afterAnswer: afterRemoteStart,
  }
}

/**
 * The start after `remoteStartWithoutInvoicing`, which answers as `remoteStart` does: an attempt that is
 * named is followed like any other; without one, the session on the connector is waited for.
 */
export function afterRemoteStart(
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
