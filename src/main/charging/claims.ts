import type { ChargelogReading } from '#main/site/reading.ts'
import { attemptOf, LATE_WINDOW_MS, type StartReading } from './follow.ts'
import type { StartRecord } from './records.ts'
import { sessionStatus } from './status-words.ts'

/** The station's clock, the platform's and ours may be apart by this much. */
const CLOCK_TOLERANCE_MS = 60_000
/** The platform may name an attempt's session a little after the session is there. */
const NAMING_DELAY_MS = 10_000

export interface ClaimContext {
  /** When this terminal first saw a session (epoch ms); null when it sees it for the first time. */
  firstSeenMs(sessionId: string): number | null
  /** Sessions that belong to starts of which nothing is asked any more. */
  settled: ReadonlySet<string>
}

/**
 * Which session belongs to which start (start id → chargelog id). What an attempt names counts. Where
 * none is named (the answer was lost, or the platform leaves it empty), it is the one session on
 * that connector that began since the request and belongs to no other start.
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
  const taken = new Set([...context.settled, ...claims.values()])
  for (const start of starts) {
    if (claims.has(start.id) || isReplaced(start, starts)) continue
    const session = reading.running.find(
      (log) => !taken.has(log.id) && belongsTo(start, log, reading, context),
    )
    if (!session) continue
    claims.set(start.id, session.id)
    taken.add(session.id)
  }
  return claims
}

/** A start that the desk closed leaves what begins to the one that came after it. */
function isReplaced(
  { id, connectorId, closed }: StartRecord,
  starts: readonly StartRecord[],
): boolean {
  if (closed === null) return false
  return starts.some(
    (other) =>
      other.connectorId === connectorId && other.id !== id && other.createdAtMs >= closed.atMs,
  )
}

function belongsTo(
  start: StartRecord,
  log: ChargelogReading,
  reading: StartReading,
  context: ClaimContext,
): boolean {
  if (log.connectorId !== start.connectorId || sessionStatus(log.status) === 'stopped') return false
  const seenMs = context.firstSeenMs(log.id) ?? reading.atMs
  if (seenMs < start.createdAtMs) return false
  if (!mayBeUnnamed(start, reading.atMs - seenMs, reading)) return false
  if (log.startedAtMs === null) return !start.cancelled
  // A cancelled start is stopped when it begins: rather one too few than another terminal's.
  const latestMs = start.validUntilMs + (start.cancelled ? 0 : LATE_WINDOW_MS)
  const { startedAtMs } = log
  return startedAtMs >= start.createdAtMs - CLOCK_TOLERANCE_MS && startedAtMs <= latestMs
}

/** Whether the start may have begun a session that no attempt names. */
function mayBeUnnamed(start: StartRecord, sinceSeenMs: number, reading: StartReading): boolean {
  // Nothing begins by itself where a payment comes first: its attempt is named once it is paid.
  if (start.kind === 'phone' && start.attemptId === null) return false
  // While the answer is awaited, another terminal's start may be the faster one.
  if (start.attemptId === null) return start.step !== 'requested'
  if (sinceSeenMs < NAMING_DELAY_MS) return false
  const attempt = attemptOf(start, reading)
  return attempt ? !attempt.isFailure : !start.cancelled
}
