import type { ChargelogReading } from '#main/site/reading.ts'
import type { FingerprintOf } from '#main/charging/api/card-fingerprint.ts'
import { attemptOf, LATE_WINDOW_MS, type StartReading } from './follow.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import { saysBegun, sessionStatus } from '#main/charging/api/status-words.ts'

/** The station's clock, the platform's and ours may be apart by this much. */
const CLOCK_TOLERANCE_MS = 60_000
/** The platform may name an attempt's session a little after the session is there. */
const NAMING_DELAY_MS = 10_000

export interface ClaimContext {
  /** When this terminal first saw a session (epoch ms); null when it sees it for the first time. */
  firstSeenMs(sessionId: string): number | null
  /** Starts of which nothing is asked any more. */
  settled: readonly StartRecord[]
  /** The platform has named the session of an attempt before: one that is not named is not an attempt's. */
  namesSessions: boolean
  fingerprintOf: FingerprintOf
}

/**
 * Which session belongs to which start (start id → chargelog id). What an attempt names counts, and
 * the transaction that the start was answered with. Everything else is a guess: another terminal of the same account
 * may have begun it. One that is not backed by the card, the connector, the time and the attempt's own
 * word (or by there being no attempt to ask, as its answer was lost) is nobody's here: it is shown as in
 * use, and is never stopped, charged or given a code.
 */
export function claimSessions(
  starts: readonly StartRecord[],
  reading: StartReading,
  context: ClaimContext,
): Map<string, string> {
  const claims = new Map<string, string>()
  for (const start of starts) {
    const named = attemptOf(start, reading)?.chargelogId ?? start.chargelogId
    if (named !== null) claims.set(start.id, named)
  }
  const all = [...starts, ...context.settled]
  const taken = new Set([
    ...context.settled.map(({ chargelogId }) => chargelogId),
    ...claims.values(),
  ])
  for (const start of starts) {
    if (claims.has(start.id) || (start.closed !== null && isFollowedThere(start, all))) continue
    const session = reading.running.find(
      (log) => !taken.has(log.id) && belongsTo(start, log, all, reading, context),
    )
    if (!session) continue
    claims.set(start.id, session.id)
    taken.add(session.id)
  }
  return claims
}

/** Whether a later start at its connector may have begun what begins there. One that was refused began nothing. */
function isFollowedThere(start: StartRecord, all: readonly StartRecord[]): boolean {
  const sinceMs = start.closed?.atMs ?? start.createdAtMs
  return all.some(
    ({ id, connectorId, createdAtMs, step }) =>
      connectorId === start.connectorId &&
      id !== start.id &&
      createdAtMs >= sinceMs &&
      step !== 'rejected',
  )
}

function belongsTo(
  start: StartRecord,
  log: ChargelogReading,
  all: readonly StartRecord[],
  reading: StartReading,
  context: ClaimContext,
): boolean {
  if (log.connectorId !== start.connectorId || sessionStatus(log.status) === 'stopped') return false
  if (start.transaction !== null && log.sessionId === start.transaction) return true
  const seenMs = context.firstSeenMs(log.id) ?? reading.atMs
  if (seenMs < start.createdAtMs || !isByItsCard(start, log, context.fingerprintOf)) return false
  const mayBegin =
    start.attemptId === null
      ? isUnheard(start) && !isFollowedThere(start, all)
      : reading.atMs - seenMs >= NAMING_DELAY_MS && hasBegunUnnamed(start, reading, context)
  return mayBegin && fitsInTime(start, log)
}

/** The card alone is no proof: a house has one card for all its guests, and for all its terminals. */
function isByItsCard(
  { tagFingerprint, cardId }: StartRecord,
  { authId }: ChargelogReading,
  fingerprintOf: FingerprintOf,
): boolean {
  const mark = authId?.(fingerprintOf) ?? null
  return mark !== null && (mark === tagFingerprint || mark === fingerprintOf(cardId))
}

/** No attempt is known that could be asked: the answer was lost, or named none. */
function isUnheard({ kind, step }: StartRecord): boolean {
  // Nothing begins by itself where a payment comes first: its attempt is named once it is paid.
  if (kind === 'phone') return false
  // While the answer is awaited, another terminal's start may be the faster one.
  return step !== 'requested'
}

/** The attempt says itself that it has begun, on a platform that never names a session. */
function hasBegunUnnamed(
  start: StartRecord,
  reading: StartReading,
  { namesSessions }: ClaimContext,
): boolean {
  const attempt = attemptOf(start, reading)
  return !namesSessions && attempt?.isFailure === false && saysBegun(attempt.status)
}

function fitsInTime(start: StartRecord, { startedAtMs }: ChargelogReading): boolean {
  if (startedAtMs === null) return !start.cancelled
  // A cancelled start is stopped when it begins: rather one too few than another terminal's.
  const latestMs = start.validUntilMs + (start.cancelled ? 0 : LATE_WINDOW_MS)
  return startedAtMs >= start.createdAtMs - CLOCK_TOLERANCE_MS && startedAtMs <= latestMs
}
