import type { Clock } from '#common/clock.ts'
import { LatestMap } from '#common/latest-map.ts'
import type { ChargelogReading } from '#main/site/reading.ts'
import { LONG_AGO_MS, MOST_REMEMBERED, type KnownSessions } from './known-sessions.ts'
import type { SessionListener } from './sessions-deps.ts'
import type { Summaries } from './summaries.ts'
import { shownEnergyKWh, trackSession, type TrackedSession } from './tracked-session.ts'

/** What becomes of a session from its stop until it is not shown any more. */
export interface StoppedSessions {
  /** It has stopped: from now on it has a summary. */
  end(session: TrackedSession): void
  /** It is shown no more. */
  drop(id: string): void
  /** It stopped long ago, and is not shown at all. */
  forget(id: string): void
  /** It is shown again: its summary is asked for once more. */
  reopen(record: ChargelogReading): void
}

export function createStoppedSessions(deps: {
  clock: Clock
  known: KnownSessions
  summaries: Summaries
  listener(): SessionListener | null
}): StoppedSessions {
  const { clock, known, summaries, listener } = deps
  /** The energy that was last shown of each (kWh): its summary may be opened again. */
  const lastShown = new LatestMap<string, number | null>(MOST_REMEMBERED)

  const forget = (id: string): void => {
    known.endings.learnt(id, true)
    listener()?.forgotten(id)
  }

  return {
    end(session) {
      const { id } = session.log
      session.status = 'stopped'
      session.endedMs = clock.now()
      session.lastShownKWh = shownEnergyKWh(session)
      lastShown.set(id, session.lastShownKWh)
      known.endings.learnt(id, session.vanished !== null)
      session.vanished = null
      summaries.begin(session.log)
      listener()?.ended(id)
      listener()?.summed(session.log, session.curve)
    },
    drop(id) {
      known.unfollow(id)
      forget(id)
      summaries.end(id)
    },
    forget,
    reopen(record) {
      known.endings.learnt(record.id, true)
      const session = trackSession(record, 'stopped', LONG_AGO_MS)
      session.endedMs = clock.now()
      session.lastShownKWh = lastShown.get(record.id) ?? null
      known.follow(session)
      summaries.begin(record)
    },
  }
}
