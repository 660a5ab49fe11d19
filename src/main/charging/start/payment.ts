import type { Payment } from '#contract/charging.ts'
import type { Failure } from '#contract/errors.ts'
import { failureOf } from '#main/core/errors.ts'
import { fitsCode, linkOf } from '#platform/link.ts'
import type { RemoteStartReading } from '#main/charging/api/charging-api.ts'
import { HOLD_PAUSE_MS } from '#main/charging/offer/holds.ts'
import type { Hold } from '#main/charging/offer/options.ts'
import { withStep, type StartRecord } from '#main/charging/ledger/records.ts'
import { isGivenUp } from '#main/charging/ledger/start-steps.ts'
import {
  saysAccepted,
  saysRefused,
  saysReleased,
  saysTimedOut,
} from '#main/charging/api/status-words.ts'
import { DEFAULT_VALID_FOR_MS } from '#main/charging/ledger/validity.ts'

/** How long the guest has to pay. */
export const PAYMENT_TIME_MS = 10 * 60_000
/** The platform may be silent a little beyond the time to pay before that counts as not paid. */
const SILENCE_MS = 20_000

/** What is known of the money after a failure. */
type HoldFate = 'none' | 'released' | 'may-remain'

export const newPayment = (hold: Hold, nowMs: number): Payment => ({
  hold: { amount: hold.amount, currency: hold.currency },
  url: null,
  dueMs: Math.round(nowMs) + PAYMENT_TIME_MS,
  state: 'pending',
})

/** The start after `remoteStartWithPreauth`: the page is there, or it cannot be paid. */
export function afterPaymentOpened(
  record: StartRecord,
  answer: { preauthId: string | null; redirectUrl: string | null },
  atMs: number,
): StartRecord {
  if (record.step !== 'requested' || !record.payment) return record
  // Only a page that nobody can listen in to; the demo's lies on this machine.
  const url = linkOf(answer.redirectUrl)
  const known = { ...record, preauthId: answer.preauthId }
  // A page that no code can show is paid by nobody: the guest hears it at once, not after ten minutes.
  if (url === null || !fitsCode(url) || answer.preauthId === null) {
    const failure = failureOf(
      'unexpected-answer',
      'The platform gave no page to pay on that can be shown.',
    )
    return failed(known, 'failed', {}, failure, 'may-remain', atMs)
  }
  const dueMs = Math.round(atMs) + PAYMENT_TIME_MS
  const paying = withStep(known, 'paying', 'platform', atMs)
  return { ...paying, validUntilMs: dueMs, payment: { ...record.payment, url, dueMs } }
}

/** Whether the platform is still asked how the payment goes. A page may be paid after its time, or unheard. */
export const isPaymentFollowed = (
  { preauthId, attemptId, step, payment }: StartRecord,
  nowMs: number,
): boolean =>
  preauthId !== null &&
  attemptId === null &&
  payment !== null &&
  payment.state !== 'refused' &&
  (step === 'paying' || (isGivenUp(step) && nowMs < payment.dueMs + HOLD_PAUSE_MS))

/**
 * The start after `remoteStartWithPreauthStatus`. Paid is what has an attempt; a status that is
 * null or unknown is pending, only one that says no is a refusal.
 */
export function followPayment(
  record: StartRecord,
  status: RemoteStartReading | null,
  atMs: number,
): StartRecord {
  if (!record.payment || !isPaymentFollowed(record, atMs)) return record
  if (status?.attemptId != null) return paid(record, record.payment, status, status.attemptId, atMs)
  const words = [status?.status, status?.message]
  if (saysRefused(status?.status)) {
    const failure = { ...failureOf('payment-refused', 'The payment was refused.'), retryable: true }
    const fate = words.some(saysReleased) ? 'released' : 'none'
    return failed(record, 'rejected', { state: 'refused' }, failure, fate, atMs)
  }
  if (saysTimedOut(status?.status)) return overdue(record, 'none', atMs)
  return atMs < record.payment.dueMs ? record : overdue(record, 'may-remain', atMs)
}

/**
 * The start after the status could not be asked for. `isFinal`: asking again will not help now. The page
 * may still be paid, so it is still asked for after the failure.
 */
export function afterPaymentError(
  record: StartRecord,
  isFinal: boolean,
  atMs: number,
): StartRecord {
  if (record.step !== 'paying' || !record.payment) return record
  if (isFinal) {
    const failure = failureOf('unavailable', 'The platform does not tell how the payment goes.')
    return failed(record, 'failed', {}, failure, 'may-remain', atMs)
  }
  return atMs < record.payment.dueMs + SILENCE_MS ? record : overdue(record, 'may-remain', atMs)
}

/** A start by phone that ended in `failure` for another reason than the payment. */
export function withHoldFate(record: StartRecord, failure: Failure, fate: HoldFate): Failure {
  if (record.kind !== 'phone') return failure
  return { ...failure, details: { ...failure.details, hold: fate } }
}

function paid(
  record: StartRecord,
  payment: Payment,
  status: RemoteStartReading,
  attemptId: string,
  atMs: number,
): StartRecord {
  const known = {
    ...record,
    attemptId,
    transaction: status.transaction,
    payment: { ...payment, url: null, state: 'paid' as const },
    validUntilMs: Math.round(atMs) + DEFAULT_VALID_FOR_MS,
  }
  const isUnderWay = record.step === 'paying' && saysAccepted(status.status)
  return isUnderWay ? withStep(known, 'accepted', 'platform', atMs) : known
}

function overdue(record: StartRecord, fate: HoldFate, atMs: number): StartRecord {
  const failure = { ...failureOf('payment-overdue', 'It was not paid in time.'), retryable: true }
  return failed(record, 'timed-out', { state: 'overdue' }, failure, fate, atMs)
}

function failed(
  record: StartRecord,
  step: 'rejected' | 'failed' | 'timed-out',
  change: Partial<Payment>,
  failure: Failure,
  fate: HoldFate,
  atMs: number,
): StartRecord {
  if (!record.payment) return record
  const payment = { ...record.payment, url: null, ...change }
  const withHold = withHoldFate(record, failure, fate)
  // What was given up stays so, whatever becomes of the money.
  if (isGivenUp(record.step)) {
    const isNews = record.payment.state !== payment.state
    return isNews ? { ...record, payment, failure: withHold } : record
  }
  const source = step === 'rejected' ? 'platform' : 'terminal'
  return { ...withStep(record, step, source, atMs), payment, failure: withHold }
}
