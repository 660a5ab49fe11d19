import type { Session } from '#contract/charging.ts'
import type { ChargelogReading, MeterReading, SiteReading } from '#main/site/reading.ts'
import { sessionStatus } from '#main/charging/api/status-words.ts'
import { createKnownSessions, type KnownSessions } from './known-sessions.ts'
import { createRunningSessions, type RunningSessions } from './running-sessions.ts'
import { createSessionArrivals, type SessionArrivals } from './session-arrivals.ts'
import { createSessionReadings } from './session-readings.ts'
import { createSessionSweep } from './session-sweep.ts'
import { toSession, type SessionFacts } from './session-view.ts'
import type { SessionListener, SessionsDeps } from './sessions-deps.ts'
import { createStoppedSessions } from './stopped-sessions.ts'
import { reachedBy, type Reached, type TrackedSession } from './tracked-session.ts'

/** The account's sessions at this site, from the first sight until the guest has read the summary. */
export interface Sessions {
  /** `own`: sessions of this terminal's starts, which count even when they have stopped unseen. */
  take(reading: SiteReading, own: ReadonlySet<string>): void
  takeMeters(readings: readonly MeterReading[], atMs: number): void
  /** What is shown. `factsOf`: what others know of each, by its id. */
  list(factsOf: (sessionId: string) => SessionFacts): Session[]
  /** The session as last delivered; null when it is not (or no longer) shown. */
  get(id: string): SeenSession | null
  /** Values and times of readings that were not believed, since the launch. */
  leftOut(): number
  /** Epoch ms; 0 for a session that has ended, null for one never seen. */
  firstSeenMs: (id: string) => number | null
  /** Sessions to be asked for by their ids now: the vanished ones, and those of `wanted` not among the running. */
  idsToAsk(wanted: readonly string[]): string[]
  /** Running sessions: the watched one first, then those asked about longest ago. */
  meterIds(): string[]
  watch(id: string | null): void
  /** Forgets a session that has stopped. */
  leave(id: string): void
  /** Shows a session again that stopped a while ago: its summary is asked for again. */
  reopen(log: ChargelogReading): void
  /** From now on `listener` hears what becomes of sessions; there is one. */
  listen(listener: SessionListener): void
  close(): void
}

/** What is known of a session that is shown. */
export interface SeenSession {
  readonly log: ChargelogReading
  readonly isOver: boolean
  /** It is over by two signs (session-ends.ts). */
  readonly isSurelyOver: boolean
  /** The platform does not know it any more. */
  readonly isLost: boolean
  /** How far it has come for sure: what two readings in a row say, and since when (epoch ms). */
  readonly reached: Reached
}

export function createSessions(deps: SessionsDeps): Sessions {
  const { summaries, isOnSite } = deps
  let heard: SessionListener | null = null
  let watchedId: string | null = null
  const known = createKnownSessions(isOnSite)
  const readings = createSessionReadings(deps)
  const common = { ...deps, known, readings, listener: () => heard, watchedId: () => watchedId }
  const stopped = createStoppedSessions(common)
  const arrivals = createSessionArrivals({ ...common, stopped })
  const running = createRunningSessions({ ...common, stopped })
  const sweep = createSessionSweep({ ...common, stopped })

  return {
    take(reading, own) {
      takeReading(reading, own, { known, arrivals, running, isOnSite })
      sweep.schedule()
    },
    takeMeters(meters, atMs) {
      for (const meter of meters) {
        const session = known.get(meter.sessionId)
        if (session) readings.takeMeter(session, meter, atMs)
      }
    },
    list: (factsOf) =>
      known.shown().map((session) => {
        const { id } = session.log
        return toSession(session, summaries.get(id), factsOf(id))
      }),
    get(id) {
      const session = known.get(id)
      return session && isOnSite(session.log.connectorId) ? toSeen(session, known) : null
    },
    leftOut: readings.leftOut,
    firstSeenMs: known.firstSeenMs,
    idsToAsk: (wanted) => idsToAsk(wanted, known),
    meterIds: () => meterIds(known.shown(), watchedId),
    watch(id) {
      watchedId = id
      summaries.watch(id)
    },
    leave(id) {
      if (watchedId === id) watchedId = null
      if (known.get(id)?.endedMs != null) stopped.drop(id)
    },
    reopen(record) {
      if (known.get(record.id)) return
      stopped.reopen(record)
      sweep.schedule()
    },
    listen(next) {
      heard = next
    },
    close() {
      sweep.close()
      summaries.close()
    },
  }
}

/** What a reading says: of sessions that had ended, then of those that are followed, then of new ones. */
function takeReading(
  reading: SiteReading,
  own: ReadonlySet<string>,
  deps: {
    known: KnownSessions
    arrivals: SessionArrivals
    running: RunningSessions
    isOnSite(connectorId: string): boolean
  },
): void {
  const { known, arrivals, running } = deps
  const listed = byId(reading.running)
  const asked = byId(reading.chargelogs)
  const goOn = reading.running.filter(({ status }) => sessionStatus(status) !== 'stopped')
  const runningIds = new Set(goOn.map(({ id }) => id))
  for (const returnedId of known.endings.take(runningIds)) {
    const record = listed.get(returnedId)
    if (record) arrivals.comeBack(record)
  }
  for (const session of known.followed()) {
    const { id, connectorId } = session.log
    const record = listed.get(id)
    const answer = asked.get(id)
    if (record) running.listed(session, record)
    else if (!deps.isOnSite(connectorId)) known.lose(session)
    else if (answer) running.answered(session, answer)
    else running.missed(session)
  }
  for (const record of goOn) if (known.isNew(record.id)) arrivals.adopt(record)
  for (const record of asked.values()) {
    if (known.isNew(record.id) && own.has(record.id)) arrivals.adopt(record)
  }
}

const byId = (records: readonly ChargelogReading[]): Map<string, ChargelogReading> =>
  new Map(records.map((record) => [record.id, record]))

function toSeen(session: TrackedSession, { endings }: KnownSessions): SeenSession {
  const { log, status, endedMs, vanished } = session
  const isOver = endedMs !== null
  return {
    log,
    isOver,
    isSurelyOver: isOver && endings.isSure(log.id),
    isLost: status === 'unknown' && vanished !== null,
    reached: reachedBy(session),
  }
}

/** Those of `wanted` that nobody knows, and those that have vanished: from now on they count as asked for. */
function idsToAsk(wanted: readonly string[], known: KnownSessions): string[] {
  const ids = new Set(wanted.filter(known.isNew))
  for (const { log, vanished } of known.shown()) {
    if (!vanished) continue
    vanished.isAsked = true
    ids.add(log.id)
  }
  return [...ids]
}

function meterIds(shown: readonly TrackedSession[], watchedId: string | null): string[] {
  const isWatched = ({ log }: TrackedSession): number => Number(log.id === watchedId)
  return shown
    .filter(({ endedMs, status }) => endedMs === null && status !== 'unknown')
    .toSorted((a, b) => isWatched(b) - isWatched(a) || a.meterHeardMs - b.meterHeardMs)
    .map(({ log }) => log.id)
}
