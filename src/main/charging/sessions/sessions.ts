import { LatestMap } from '#common/latest-map.ts'
import type { Session } from '#contract/charging.ts'
import type { ChargelogReading, MeterReading, SiteReading } from '#main/site/reading.ts'
import { createSessionEnds } from './session-ends.ts'
import { countLeftOut } from './left-out.ts'
import { toSession, type SessionFacts } from './session-view.ts'
import type { SessionListener, SessionsDeps } from './sessions-deps.ts'
import { sessionStatus } from '#main/charging/api/status-words.ts'
import {
  reachedBy,
  shownEnergyKWh,
  takeMeter,
  takeRecord,
  trackSession,
  type Reached,
  type TrackedSession,
} from './tracked-session.ts'

/** The account's sessions at this site, from the first sight until the guest has read the summary. */
export interface Sessions {
  /** `own`: sessions of this terminal's starts, which count even when they have stopped unseen. */
  take(reading: SiteReading, own: ReadonlySet<string>): void
  takeMeters(readings: readonly MeterReading[], atMs: number): void
  /** What is shown. `factsOf`: what others know of each, by its id. */
  list(factsOf: (sessionId: string) => SessionFacts): Session[]
  /** The session as last delivered; null when it is not (or no longer) shown. */
  get(id: string): {
    log: ChargelogReading
    isOver: boolean
    /** It is over by two signs (session-ends.ts). */
    isSurelyOver: boolean
    /** The platform does not know it any more. */
    isLost: boolean
    /** How far it has come for sure: what two readings in a row say, and since when (epoch ms). */
    reached: Reached
  } | null
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

/** A summary goes away this long after it is complete, or after the stop when nobody looks at it. */
const READING_TIME_MS = 3 * 60_000
/** How long a session that the platform denies is shown as unknown. */
const UNKNOWN_FOR_MS = 5 * 60_000
/** A session that stopped longer ago, unseen, concerns nobody at the terminal any more. */
const OLD_NEWS_MS = 10 * 60_000
/** When what has ended was first seen: it is none that has just begun. */
const LONG_AGO_MS = 0
/** One answer may lack a part for other reasons. */
const MOST_MISSES = 2
const SWEEP_MS = 5_000
const MOST_REMEMBERED = 1_000

export function createSessions(deps: SessionsDeps): Sessions {
  const { clock, log, summaries } = deps
  const tracked = new Map<string, TrackedSession>()
  /** What has ended stays so, also once it is done with: one late answer must not bring it back. */
  const endings = createSessionEnds()
  /** When sessions that were lost had first been seen. */
  const lost = new LatestMap<string, number>(MOST_REMEMBERED)
  /** The energy that was last shown of those that have stopped: a summary may be opened again. */
  const lastShown = new LatestMap<string, number | null>(MOST_REMEMBERED)
  const { taking, count: leftOut } = countLeftOut(deps)
  let listener: SessionListener | null = null
  let watchedId: string | null = null
  let cancelSweep: (() => void) | null = null

  const shown = (): TrackedSession[] =>
    [...tracked.values()].filter(({ log: { connectorId } }) => deps.isOnSite(connectorId))

  const finish = (id: string): void => {
    endings.learnt(id, true)
    listener?.forgotten(id)
  }

  /** Should the platform know it again, it is shown again, but it is none that has just begun. */
  const lose = ({ log: { id }, firstSeenMs }: TrackedSession): void => {
    lost.set(id, firstSeenMs)
    tracked.delete(id)
  }

  const drop = (id: string): void => {
    tracked.delete(id)
    finish(id)
    summaries.end(id)
  }

  const end = (session: TrackedSession): void => {
    session.status = 'stopped'
    session.endedMs = clock.now()
    session.lastShownKWh = shownEnergyKWh(session)
    lastShown.set(session.log.id, session.lastShownKWh)
    endings.learnt(session.log.id, session.vanished !== null)
    session.vanished = null
    summaries.begin(session.log)
    listener?.ended(session.log.id)
    listener?.summed(session.log, session.curve)
  }

  const adopt = (record: ChargelogReading, firstSeenMs = lost.get(record.id)): void => {
    const status = sessionStatus(record.status)
    const endedMs = record.endedAtMs ?? clock.now()
    if (status === 'stopped' && clock.now() - endedMs > OLD_NEWS_MS) {
      finish(record.id)
      return
    }
    const session = trackSession(record, status, firstSeenMs ?? clock.now())
    tracked.set(record.id, session)
    if (status === 'stopped') end(session)
    else {
      taking(session, (at) => {
        takeRecord(session, record, at)
      })
      listener?.resumed(record.id)
    }
  }

  const comeBack = (record: ChargelogReading): void => {
    log.warn({ sessionId: record.id }, 'a session that had ended goes on')
    summaries.end(record.id)
    const session = tracked.get(record.id)
    if (!session) {
      adopt(record, LONG_AGO_MS)
      return
    }
    session.endedMs = null
    session.lastShownKWh = null
    listener?.resumed(record.id)
  }

  const update = (session: TrackedSession, record: ChargelogReading): void => {
    if (session.endedMs !== null) return
    const wasWaiting = session.status === 'waiting'
    const status = sessionStatus(record.status)
    const isNamedOver =
      status === 'unknown' && record.endedAtMs !== null && session.vanished !== null
    const isOver = status === 'stopped' || isNamedOver
    session.status = status
    if (!isOver) {
      taking(session, (at) => {
        takeRecord(session, record, at)
      })
      return
    }
    session.log = record
    // A record that was closed while it waited for the plug never was a session.
    if (wasWaiting && !record.energyKWh) {
      listener?.ended(record.id)
      drop(record.id)
    } else end(session)
  }

  const miss = (session: TrackedSession): void => {
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
  }

  const isDone = (session: TrackedSession): boolean => {
    const nowMs = clock.now()
    if (session.vanished && session.status === 'unknown') {
      return nowMs - session.vanished.sinceMs >= UNKNOWN_FOR_MS
    }
    if (session.endedMs === null) return false
    const isWatched = session.log.id === watchedId
    const fromMs = isWatched ? summaries.settledAtMs(session.log.id) : session.endedMs
    return fromMs !== null && nowMs - fromMs >= READING_TIME_MS
  }

  const sweep = (): void => {
    cancelSweep = null
    const gone = [...tracked.values()].filter(isDone)
    for (const session of gone) {
      const { log: record, status } = session
      if (status === 'unknown') lose(session)
      else drop(record.id)
    }
    scheduleSweep()
    if (gone.length > 0) deps.changed()
  }

  const scheduleSweep = (): void => {
    const isNeeded = [...tracked.values()].some(
      ({ endedMs, vanished }) => endedMs !== null || vanished !== null,
    )
    if (isNeeded && !cancelSweep) cancelSweep = clock.setTimer(SWEEP_MS, sweep)
  }

  return {
    take(reading, own) {
      const running = new Map(reading.running.map((record) => [record.id, record]))
      const asked = new Map(reading.chargelogs.map((record) => [record.id, record]))
      const goOn = reading.running.filter(({ status }) => sessionStatus(status) !== 'stopped')
      for (const id of endings.take(new Set(goOn.map((record) => record.id)))) {
        const record = running.get(id)
        if (record) comeBack(record)
      }
      for (const session of [...tracked.values()]) {
        const { id, connectorId } = session.log
        const record = running.get(id)
        const answer = asked.get(id)
        if (record) {
          session.vanished = null
          update(session, record)
        } else if (!deps.isOnSite(connectorId)) {
          lose(session)
        } else if (answer) {
          session.vanished ??= { sinceMs: clock.now(), isAsked: true, misses: 0 }
          session.vanished.misses = 0
          update(session, answer)
        } else miss(session)
      }
      const isNew = ({ id }: ChargelogReading): boolean => !tracked.has(id) && !endings.has(id)
      for (const record of goOn) if (isNew(record)) adopt(record)
      for (const record of asked.values()) if (isNew(record) && own.has(record.id)) adopt(record)
      scheduleSweep()
    },
    takeMeters(readings, atMs) {
      for (const meter of readings) {
        const session = tracked.get(meter.sessionId)
        if (session)
          taking(session, (at) => {
            takeMeter(session, meter, { ...at, atMs })
          })
      }
    },
    list: (factsOf) =>
      shown().map((session) => {
        const { id } = session.log
        return toSession(session, summaries.get(id), factsOf(id))
      }),
    get(id) {
      const session = tracked.get(id)
      if (!session || !deps.isOnSite(session.log.connectorId)) return null
      const { log: record, status, endedMs, vanished } = session
      const isLost = status === 'unknown' && vanished !== null
      const isOver = endedMs !== null
      const isSurelyOver = isOver && endings.isSure(id)
      return { log: record, isOver, isSurelyOver, isLost, reached: reachedBy(session) }
    },
    leftOut,
    firstSeenMs: (id) =>
      endings.has(id) ? LONG_AGO_MS : (tracked.get(id)?.firstSeenMs ?? lost.get(id) ?? null),
    idsToAsk(wanted) {
      const ids = new Set(wanted.filter((id) => !tracked.has(id) && !endings.has(id)))
      for (const { log: record, vanished } of shown()) {
        if (!vanished) continue
        vanished.isAsked = true
        ids.add(record.id)
      }
      return [...ids]
    },
    meterIds() {
      const isWatched = ({ log: { id } }: TrackedSession): number => Number(id === watchedId)
      const running = shown().filter(
        ({ endedMs, status }) => endedMs === null && status !== 'unknown',
      )
      return running
        .toSorted((a, b) => isWatched(b) - isWatched(a) || a.meterHeardMs - b.meterHeardMs)
        .map((session) => session.log.id)
    },
    watch(id) {
      watchedId = id
      summaries.watch(id)
    },
    leave(id) {
      if (watchedId === id) watchedId = null
      if (tracked.get(id)?.endedMs != null) drop(id)
    },
    reopen(record) {
      if (tracked.has(record.id)) return
      endings.learnt(record.id, true)
      const session = trackSession(record, 'stopped', LONG_AGO_MS)
      session.endedMs = clock.now()
      session.lastShownKWh = lastShown.get(record.id) ?? null
      tracked.set(record.id, session)
      summaries.begin(record)
      scheduleSweep()
    },
    listen(next) {
      listener = next
    },
    close() {
      cancelSweep?.()
      summaries.close()
    },
  }
}
