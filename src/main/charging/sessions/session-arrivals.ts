import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { ChargelogReading } from '#main/site/reading.ts'
import { sessionStatus } from '#main/charging/api/status-words.ts'
import { LONG_AGO_MS, type KnownSessions } from './known-sessions.ts'
import type { SessionReadings } from './session-readings.ts'
import type { SessionListener } from './sessions-deps.ts'
import type { StoppedSessions } from './stopped-sessions.ts'
import type { Summaries } from './summaries.ts'
import { trackSession } from './tracked-session.ts'

/** How a session comes to be followed. */
export interface SessionArrivals {
  /** Seen for the first time, or again after it was lost. */
  adopt(record: ChargelogReading): void
  /** It was taken for ended, and goes on. */
  comeBack(record: ChargelogReading): void
}

/** A session that stopped longer ago, unseen, concerns nobody at the terminal any more. */
const OLD_NEWS_MS = 10 * 60_000

export function createSessionArrivals(deps: {
  clock: Clock
  log: Log
  known: KnownSessions
  stopped: StoppedSessions
  readings: SessionReadings
  summaries: Pick<Summaries, 'end'>
  listener(): SessionListener | null
}): SessionArrivals {
  const { clock, known, stopped, listener } = deps

  const adopt = (record: ChargelogReading, firstSeenMs = known.firstSeenMs(record.id)): void => {
    const status = sessionStatus(record.status)
    const endedMs = record.endedAtMs ?? clock.now()
    if (status === 'stopped' && clock.now() - endedMs > OLD_NEWS_MS) {
      stopped.forget(record.id)
      return
    }
    const session = trackSession(record, status, firstSeenMs ?? clock.now())
    known.follow(session)
    if (status === 'stopped') stopped.end(session)
    else {
      deps.readings.takeRecord(session, record)
      listener()?.resumed(record.id)
    }
  }

  return {
    adopt,
    comeBack(record) {
      deps.log.warn({ sessionId: record.id }, 'a session that had ended goes on')
      deps.summaries.end(record.id)
      const session = known.get(record.id)
      if (!session) {
        adopt(record, LONG_AGO_MS)
        return
      }
      session.endedMs = null
      session.lastShownKWh = null
      listener()?.resumed(record.id)
    },
  }
}
