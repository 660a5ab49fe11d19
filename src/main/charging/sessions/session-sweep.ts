import type { Clock } from '#common/clock.ts'
import type { KnownSessions } from './known-sessions.ts'
import type { StoppedSessions } from './stopped-sessions.ts'
import type { Summaries } from './summaries.ts'
import type { TrackedSession } from './tracked-session.ts'

/** Takes away the sessions that are done with, every few seconds while there may be some. */
export interface SessionSweep {
  /** Sessions have come, ended or vanished. */
  schedule(): void
  close(): void
}

/** A summary goes away this long after it is complete, or after the stop when nobody looks at it. */
const READING_TIME_MS = 3 * 60_000
/** How long a session that the platform denies is shown as unknown. */
const UNKNOWN_FOR_MS = 5 * 60_000
const SWEEP_MS = 5_000

export function createSessionSweep(deps: {
  clock: Clock
  known: KnownSessions
  stopped: StoppedSessions
  summaries: Pick<Summaries, 'settledAtMs'>
  /** The session that somebody looks at. */
  watchedId(): string | null
  changed(): void
}): SessionSweep {
  const { clock, known, stopped } = deps
  let cancel: (() => void) | null = null

  const isDone = ({ log: { id }, status, vanished, endedMs }: TrackedSession): boolean => {
    const nowMs = clock.now()
    if (vanished && status === 'unknown') return nowMs - vanished.sinceMs >= UNKNOWN_FOR_MS
    if (endedMs === null) return false
    const fromMs = id === deps.watchedId() ? deps.summaries.settledAtMs(id) : endedMs
    return fromMs !== null && nowMs - fromMs >= READING_TIME_MS
  }

  const sweep = (): void => {
    cancel = null
    const gone = known.followed().filter(isDone)
    for (const session of gone) {
      if (session.status === 'unknown') known.lose(session)
      else stopped.drop(session.log.id)
    }
    schedule()
    if (gone.length > 0) deps.changed()
  }

  const schedule = (): void => {
    const isNeeded = known
      .followed()
      .some(({ endedMs, vanished }) => endedMs !== null || vanished !== null)
    if (isNeeded && !cancel) cancel = clock.setTimer(SWEEP_MS, sweep)
  }

  return { schedule, close: () => cancel?.() }
}
