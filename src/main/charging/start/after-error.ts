import type { StartStep } from '#contract/charging.ts'
import type { ErrorCode, Failure } from '#contract/errors.ts'
import { failureOf } from '#main/core/errors.ts'
import { PlatformError, type Outcome } from '#main/platform/platform.ts'
import { withHoldFate } from './payment.ts'
import { withStep, type StartRecord } from '#main/charging/ledger/records.ts'

const steps: Readonly<Record<Outcome, StartStep>> = {
  refused: 'rejected',
  'not-carried-out': 'failed',
  unknown: 'unknown',
}

/** What is known after a request that failed decides the step; `unknown` is never sent again. */
export function afterError(record: StartRecord, error: unknown, atMs: number): StartRecord {
  if (record.step !== 'requested') return record
  const outcome = error instanceof PlatformError ? error.outcome : 'unknown'
  const step = steps[outcome]
  const stepped = withStep(record, step, step === 'rejected' ? 'platform' : 'terminal', atMs)
  const failure = failureFor(record, error, outcome)
  const stated = step === 'failed' ? { ...failure, retryable: true } : failure
  if (!record.payment) return { ...stepped, failure: stated }
  // Where nothing was carried out, or the answer was no, no money is held.
  const isHeld = outcome === 'unknown'
  const payment = isHeld ? record.payment : { ...record.payment, state: 'refused' as const }
  const fate = isHeld ? 'may-remain' : 'none'
  return { ...stepped, payment, failure: withHoldFate(record, stated, fate) }
}

/** The platform answers so for a card that it does not let charge. */
const unknownCard: ReadonlySet<ErrorCode> = new Set(['forbidden', 'not-found', 'invalid'])

function failureFor(record: StartRecord, error: unknown, outcome: Outcome): Failure {
  if (!(error instanceof PlatformError)) {
    return failureOf('internal', 'The answer could not be read.')
  }
  const { failure } = error
  if (record.kind !== 'rfid' || outcome !== 'refused' || !unknownCard.has(failure.code)) {
    return failure
  }
  return { ...failureOf('card-unknown', failure.message), retryable: true }
}
