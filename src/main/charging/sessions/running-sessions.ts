import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { ChargelogReading } from '#main/site/reading.ts'
import { sessionStatus } from '#main/charging/api/status-words.ts'
import type { SessionReadings } from './session-readings.ts'
import type { SessionListener } from './sessions-deps.ts'
import type { StoppedSessions } from './stopped-sessions.ts'
import type { TrackedSession } from './tracked-session.ts'

/** What a reading makes of a session that is followed. Once it has stopped, nothing. */
export interface RunningSessions {
  /** The list of running sessions names it. */
  listed(session: TrackedSession, record: ChargelogReading): void
  /** The list leaves it out, and this is the answer to the question by its id. */
  answered(session: TrackedSession, record: ChargelogReading): void
  /** Neither names it. */
  missed(session: TrackedSession): void
}

/** One answer may lack a part for other reasons. */
const MOST_MISSES = 2

export function createRunningSessions(deps: {
  clock: Clock
  log: Log
  stopped: StoppedSessions
  readings: SessionReadings
  listener(): SessionListener | null
  urgent(): void
}): RunningSessions {
  const { clock, log, stopped } = deps

  const update = (session: TrackedSession, record: ChargelogReading): void => {
    if (session.endedMs !== null) return
    const wasWaiting = session.status === 'waiting'
    session.status = sessionStatus(record.status)
    if (!isOver(session, record)) {
      deps.readings.takeRecord(session, record)
      return
    }
    session.log = record
    // A record that was closed while it waited for the plug never was a session.
    if (wasWaiting && !record.energyKWh) {
      deps.listener()?.ended(record.id)
      stopped.drop(record.id)
    } else stopped.end(session)
  }

  return {
    listed(session, record) {
      session.vanished = null
      update(session, record)
    },
    answered(session, record) {
      session.vanished ??= { sinceMs: clock.now(), isAsked: true, misses: 0 }
      session.vanished.misses = 0
      update(session, record)
    },
    missed(session) {
      if (session.endedMs !== null) return
      const { vanished } = session
      if (!vanished) {
        session.vanished = { sinceMs: clock.now(), isAsked: false, misses: 0 }
        deps.urgent()
        return
      }
      if (vanished.isAsked) vanished.misses += 1
      if (vanished.misses < MOST_MISSES || session.status === 'unknown') return
      session.status = 'unknown'
      log.warn({ sessionId: session.log.id }, 'the platform does not know a session any more')
    },
  }
}

/** Whether its record says that it is over, in a word or by its end where the list leaves it out. */
const isOver = ({ status, vanished }: TrackedSession, { endedAtMs }: ChargelogReading): boolean =>
  status === 'stopped' || (status === 'unknown' && endedAtMs !== null && vanished !== null)
