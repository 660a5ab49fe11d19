import { failureOf } from '#main/core/errors.ts'
import type { AttemptReading } from '#main/site/reading.ts'
import { connectorState } from '#main/site/state.ts'
import type { ConnectorState } from '#contract/site.ts'
import type { FingerprintOf } from '#main/charging/api/card-fingerprint.ts'
import type { RemoteStartReading } from '#main/charging/api/charging-api.ts'
import { GRACE_MS, LATE_WINDOW_MS, type StartReading } from './follow.ts'
import { withStep, type StartMoment, type StartRecord } from '#main/charging/ledger/records.ts'
import { isFailureStep, isOpenStep } from '#main/charging/ledger/start-steps.ts'
import { nextStep } from './step-table.ts'
import {
  saysRefused,
  saysTimedOut,
  saysUnknownCard,
  sessionStatus,
} from '#main/charging/api/status-words.ts'

/**
 * Whether the connector is still watched for this start: its session belongs to another account, so
 * the station's status is all there is.
 */
export function isOwnCardFollowed(record: StartRecord, nowMs: number): boolean {
  if (record.step === 'chosen') return false
  if (record.step === 'charging') return record.endedAtMs === null
  if (isOpenStep(record.step)) return true
  // The request may have arrived twice, and what was refused the second time goes on: its guest must see it.
  const mayBegin = record.step === 'timed-out' || (record.step === 'rejected' && !record.left)
  return mayBegin && nowMs <= record.validUntilMs + LATE_WINDOW_MS
}

/**
 * Whether what goes on at its connector was begun by something else: a session of this account by another
 * card, or, once it has failed, any session of this account or a later start. One that was refused
 * began nothing: the station may have kept the connector for this one.
 */
export function isOwnCardSuperseded(
  record: StartRecord,
  starts: readonly StartRecord[],
  { running, atMs }: StartReading,
  fingerprintOf: FingerprintOf,
): boolean {
  const { id, connectorId, createdAtMs, cardFingerprint, transaction } = record
  const marks = running
    .filter((log) => log.connectorId === connectorId)
    .filter(({ status }) => sessionStatus(status) !== 'stopped')
    .filter(({ sessionId }) => sessionId === null || sessionId !== transaction)
    .map(({ authId }) => authId?.(fingerprintOf) ?? null)
    .filter((mark) => mark === null || mark !== cardFingerprint)
  // This terminal need not know the card: another terminal of the account may have begun it.
  if (marks.some((mark) => mark !== null)) return true
  if (!isFailureStep(record.step)) return false
  const isLater = (other: StartRecord): boolean =>
    other.id !== id && other.connectorId === connectorId && other.createdAtMs >= createdAtMs
  const mayHaveBegun = (other: StartRecord): boolean =>
    other.step !== 'rejected' || (other.kind === 'rfid' && isOwnCardFollowed(other, atMs))
  return marks.length > 0 || starts.some((other) => isLater(other) && mayHaveBegun(other))
}

/** The start after `remoteStart` was answered; `message` without the card's number. */
export function afterOwnCardAnswer(
  record: StartRecord,
  answer: RemoteStartReading,
  atMs: number,
): StartRecord {
  if (record.step !== 'requested') return record
  const { attemptId, transaction, status, message } = answer
  const known = { ...record, attemptId, transaction }
  if (saysRefused(status) || saysUnknownCard(status)) return refused(known, status, message, atMs)
  const isTaken = attemptId !== null || transaction !== null
  const next = nextStep(record.step, {
    attemptStatus: status,
    isFailure: false,
    failureReason: null,
    chargelogStatus: null,
    connectorOcpp: null,
  })
  if (next === 'timed-out') return timedOut(known, 'platform', atMs)
  if (isFailureStep(next)) return refused(known, status, message, atMs)
  return withStep(known, isTaken || next !== 'requested' ? 'accepted' : 'unknown', 'platform', atMs)
}

/** The start after its attempt was asked for: only a failure says more than the connector does. */
export function afterOwnCardAttempt(
  record: StartRecord,
  attempt: AttemptReading,
  atMs: number,
): StartRecord {
  if (!isOpenStep(record.step) || !attempt.isFailure) return record
  if (saysTimedOut(attempt.status)) return timedOut(record, 'platform', atMs)
  return refused(record, attempt.status, attempt.failureReason, atMs)
}

/** Whether a reading says that nothing flows any more at the connector of a charge by own card. */
export function saysOwnCardOver(record: StartRecord, reading: StartReading): boolean {
  const state = stateAt(record.connectorId, reading)
  return record.step === 'charging' && state !== null && over.has(state)
}

/**
 * The start after a reading of the site; the same object when nothing has changed. `wasOver`: what the
 * reading before said (`saysOwnCardOver`). One alone may be stale and ends nothing, as with sessions (session-ends.ts).
 * Time alone ends nothing while the station cannot be heard: what began meanwhile is found however late.
 */
export function followOwnCard(
  record: StartRecord,
  reading: StartReading,
  { isSuperseded, wasOver }: { isSuperseded: boolean; wasOver: boolean },
): StartRecord {
  const { atMs } = reading
  const state = stateAt(record.connectorId, reading)
  const { step } = record
  if (step === 'charging') {
    const isOver = wasOver && saysOwnCardOver(record, reading)
    return isOver ? { ...record, endedAtMs: Math.round(atMs) } : record
  }
  if (step === 'requested') return record
  if (state === 'in-use' && !isSuperseded) {
    const left = record.cancelled && record.left
    // Without its transaction nothing here can stop it: it must not be called cancelled.
    const cancelled = record.cancelled && record.transaction !== null
    return { ...withStep(record, 'charging', 'station', atMs), failure: null, left, cancelled }
  }
  if (!isOpenStep(step)) return record
  const isHeard = state !== null && !silent.has(state)
  if (isHeard && atMs >= record.validUntilMs + GRACE_MS) {
    return timedOut(record, 'terminal', atMs)
  }
  const isEmpty = state === 'free' && step === 'accepted'
  return isEmpty ? withStep(record, 'waiting-for-plug', 'station', atMs) : record
}

/** In these nobody knows what goes on at the connector. */
const silent: ReadonlySet<ConnectorState> = new Set(['unknown', 'unavailable'])

/** States in which nothing flows at a connector any more. Offline is none of them. */
const over: ReadonlySet<ConnectorState> = new Set([
  'free',
  'plugged',
  'finishing',
  'reserved',
  'out-of-order',
])

function stateAt(connectorId: string, { connectors }: StartReading): ConnectorState | null {
  const reading = connectors.find(({ id }) => id === connectorId)
  if (!reading) return null
  return connectorState({
    ...reading,
    freshness: 'live',
    ownSession: 'none',
    ownStart: 'none',
    inMaintenance: false,
    remoteCommands: null,
  })
}

/** No word from the station in time, or no plug: it may begin all the same. */
function timedOut(record: StartRecord, source: StartMoment['source'], atMs: number): StartRecord {
  const failure = failureOf('start-expired', 'Nothing has begun in time.')
  return {
    ...withStep(record, 'timed-out', source, atMs),
    failure: { ...failure, retryable: true },
  }
}

function refused(
  record: StartRecord,
  status: string | null,
  reason: string | null,
  atMs: number,
): StartRecord {
  const code = saysUnknownCard(status) || saysUnknownCard(reason) ? 'card-unknown' : 'rejected'
  const details: Record<string, string> = { status: status ?? '' }
  if (reason !== null) details['reason'] = reason
  const failure = failureOf(code, 'The start with the own card was refused.', details)
  return {
    ...withStep(record, 'rejected', 'platform', atMs),
    failure: { ...failure, retryable: true },
  }
}
