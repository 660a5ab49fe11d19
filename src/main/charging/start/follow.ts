import type { StartStep } from '#contract/charging.ts'
import type { Failure } from '#contract/errors.ts'
import { failureOf } from '#main/core/errors.ts'
import type { AttemptReading, ChargelogReading, SiteReading } from '#main/site/reading.ts'
import { withHoldFate } from './payment.ts'
import type { StartMoment, StartRecord } from '#main/charging/ledger/records.ts'
import { withStep } from '#main/charging/ledger/records.ts'
import { isFailureStep, isGivenUp, isOpenStep } from '#main/charging/ledger/start-steps.ts'
import { nextStep } from './step-table.ts'
import { saysReleased, sessionStatus } from '#main/charging/api/status-words.ts'

/** A start that has not begun this long after its countdown has timed out. */
export const GRACE_MS = 20_000
/** How long after its countdown a start that was given up is still watched: stations begin late. */
export const LATE_WINDOW_MS = 15 * 60_000

/** The part of a reading that concerns starts. */
export type StartReading = Pick<
  SiteReading,
  'atMs' | 'connectors' | 'running' | 'attempts' | 'chargelogs'
>

/** Whether the platform is still asked about this start. */
export function isFollowed(record: StartRecord, nowMs: number): boolean {
  if (record.step === 'chosen') return false
  if (isOpenStep(record.step)) return true
  // What failed otherwise was refused; a payment that nobody would tell of was not.
  const isUnheard = record.kind === 'phone' ? isGivenUp(record.step) : record.step === 'timed-out'
  return isUnheard && nowMs <= record.validUntilMs + LATE_WINDOW_MS
}

/**
 * The start after a reading; the same object when nothing has changed. `chargelogId`: the session that
 * belongs to it, where that is not already settled.
 */
export function follow(
  record: StartRecord,
  reading: StartReading,
  chargelogId: string | null,
): StartRecord {
  const attempt = attemptOf(record, reading)
  const chargelog = chargelogOf(chargelogId, reading)
  const step = nextStep(record.step, {
    attemptStatus: attempt?.status ?? null,
    isFailure: attempt?.isFailure ?? false,
    failureReason: attempt?.failureReason ?? null,
    chargelogStatus: chargelog && hasMeaning(chargelog) ? chargelog.status : null,
    connectorOcpp: reading.connectors.find(({ id }) => id === record.connectorId)?.ocpp ?? null,
  })
  const linked = chargelogId === record.chargelogId ? record : { ...record, chargelogId }
  if (step !== record.step) return stepped(linked, step, { attempt, chargelog, reading })
  return isOverdue(record, linked, reading) ? timedOut(linked, reading.atMs) : linked
}

/** The start after the platform's own answer to `attemptRemoteStart`. */
export function followAnswer(
  record: StartRecord,
  attempt: AttemptReading,
  atMs: number,
): StartRecord {
  const known = { ...record, attemptId: attempt.id }
  const reading = { atMs, connectors: [], running: [], attempts: [attempt], chargelogs: [] }
  const chargelogId = attempt.chargelogId ?? record.chargelogId
  return follow(known, reading, chargelogId)
}

export const attemptOf = (
  record: StartRecord,
  reading: StartReading,
): AttemptReading | undefined =>
  record.attemptId === null ? undefined : reading.attempts.find(({ id }) => id === record.attemptId)

const chargelogOf = (id: string | null, reading: StartReading): ChargelogReading | undefined =>
  id === null
    ? undefined
    : (reading.running.find((log) => log.id === id) ??
      reading.chargelogs.find((log) => log.id === id))

/** A record that was closed without any energy never was a session: the plug never came. */
const hasMeaning = (log: ChargelogReading): boolean =>
  sessionStatus(log.status) !== 'stopped' || (log.energyKWh ?? 0) > 0

/** A session that was named just now must first be asked for: it may have begun and ended unseen. */
function isOverdue(before: StartRecord, now: StartRecord, reading: StartReading): boolean {
  // The payment has a time limit of its own.
  if (now.step === 'paying' && now.attemptId === null) return false
  if (!isOpenStep(now.step) || reading.atMs < now.validUntilMs + GRACE_MS) return false
  return (
    before.chargelogId === now.chargelogId || chargelogOf(now.chargelogId, reading) !== undefined
  )
}

const timedOut = (record: StartRecord, atMs: number): StartRecord => ({
  ...withStep(record, 'timed-out', 'terminal', atMs),
  failure: withHoldFate(
    record,
    { ...failureOf('start-expired', 'Nothing began in time.'), retryable: true },
    'may-remain',
  ),
})

interface StepFacts {
  attempt: AttemptReading | undefined
  chargelog: ChargelogReading | undefined
  reading: StartReading
}

function stepped(record: StartRecord, step: StartStep, facts: StepFacts): StartRecord {
  const { attempt, chargelog, reading } = facts
  let source: StartMoment['source'] = 'platform'
  let atMs = reading.atMs
  if (step === 'charging' && chargelog?.startedAtMs != null) {
    source = 'station'
    atMs = Math.min(reading.atMs, chargelog.startedAtMs)
  }
  const failure = isFailureStep(step) && attempt ? failureFor(record, step, attempt) : null
  // A start that begins late is shown again, unless nobody wants it any more.
  const left = step === 'charging' && !record.cancelled ? false : record.left
  return { ...withStep(record, step, source, atMs), failure, left }
}

/** The platform's failure, with the station's own reason as delivered. */
function failureFor(record: StartRecord, step: StartStep, attempt: AttemptReading): Failure {
  const code =
    step === 'rejected' ? 'rejected' : step === 'timed-out' ? 'start-expired' : 'unavailable'
  const details: Record<string, string> = { status: attempt.status }
  if (attempt.failureReason !== null) details['reason'] = attempt.failureReason
  const message = attempt.failureReason ?? `The attempt is ${attempt.status}.`
  const failure = { ...failureOf(code, message, details), retryable: true }
  return withHoldFate(
    record,
    failure,
    saysReleased(attempt.failureReason) ? 'released' : 'may-remain',
  )
}
