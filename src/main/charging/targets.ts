import type { Clock } from '#common/clock.ts'
import type { Session, Target } from '#contract/charging.ts'
import type { Log } from '#main/log.ts'
import { stopByItself } from './auto-stop.ts'
import type { StartRecord } from './records.ts'
import type { Sessions } from './sessions.ts'
import type { StartBook } from './start-book.ts'
import type { Stops } from './stops.ts'

const MS_PER_MINUTE = 60_000

/** Stops the sessions that have come as far as their guests wanted. Nothing happens while it is off. */
export function stopAtTargets(deps: {
  book: StartBook
  sessions: Sessions
  stops: Stops
  clock: Clock
  log: Log
}): void {
  const { book, sessions, clock } = deps
  const shown = new Map(sessions.list().map((session) => [session.id, session]))
  for (const record of book.all()) {
    const target = watchedTarget(record)
    const session = record.chargelogId === null ? undefined : shown.get(record.chargelogId)
    if (!target || !session || !isReached(target, session, clock.now())) continue
    const told = sessions.get(session.id)
    if (!told || told.isOver || told.log.sessionId === null) continue
    const { sessionId: transaction } = told.log
    stopByItself({ sessionId: session.id, transaction, reason: `target:${record.id}` }, deps)
  }
}

/** A time is watched by the platform (`stopMinutes`), but where a payment comes first it takes none. */
function watchedTarget({ kind, step, target }: StartRecord): Target | null {
  if (step !== 'charging' || !target) return null
  return target.kind === 'time' && kind !== 'phone' ? null : target
}

/** What is not known yet is not reached. */
export function isReached(
  target: Target,
  session: Pick<Session, 'energyKWh' | 'stateOfChargePercent' | 'startedAtMs'>,
  nowMs: number,
): boolean {
  if (target.kind === 'energy') return (session.energyKWh ?? 0) >= target.energyKWh
  if (target.kind === 'charge') return (session.stateOfChargePercent ?? 0) >= target.percent
  return (
    session.startedAtMs !== null && nowMs >= session.startedAtMs + target.minutes * MS_PER_MINUTE
  )
}
