import { createHash } from 'node:crypto'
import type { Clock } from '#common/clock.ts'
import type { ChartExport, SessionExport } from '#contract/desk-sessions.ts'
import type { Log } from '#main/core/log.ts'
import type { Platform } from '#main/platform/platform.ts'
import { daily } from '#main/desk/daily.ts'
import { writeChart } from './chart-file.ts'
import { createExports, type Exports } from './exports.ts'
import type { RecordStore, SessionRecords } from './session-records.ts'

/** What the desk keeps and writes of one account's sessions. */
export interface DeskSessions {
  readonly records: SessionRecords
  readonly exports: Exports
  /** Writes what a chart shows; throws a CommandError `storage` where it cannot be written. */
  chart(chart: ChartExport): { file: string }
  /** From now on `listener` hears of sessions; there is one. It must not throw. */
  listen(listener: SessionListener): void
  close(): void
}

/** Who hears of sessions that are written down. */
export interface SessionListener {
  /** It has a booking reference now. */
  booked(sessionId: string): void
  ended(sessionId: string): void
}

const DEMO = 'demo'

export function createDeskSessions(deps: {
  store: RecordStore
  platform: Platform
  clock: Clock
  log: Log
  /** Whose sessions they are now, e.g. endpoint and username; only its hash is kept. */
  owner: () => readonly (string | null)[]
  /** The demo network has a new past at each launch. */
  isDemo: boolean
  /** Where exported lists go. */
  folder: string
  timeZone: string
  keepMs: () => number
  onProgress(progress: SessionExport): void
}): DeskSessions {
  const { store, clock, log, owner, isDemo } = deps
  if (isDemo) store.forget(DEMO)
  // Another account may sign in: each has its own.
  const own = (): SessionRecords => store.of(isDemo ? DEMO : hashOf(JSON.stringify(owner())))
  let listener: SessionListener | null = null
  const records = heardRecords(own, () => listener)
  const exports = createExports({ ...deps, records })
  const stopPurging = daily(clock, log, exports.purge)
  return {
    records,
    exports,
    chart: (chart) => writeChart(chart, deps),
    listen(next) {
      listener = next
    },
    close() {
      stopPurging()
      exports.close()
    },
  }
}

const hashOf = (name: string): string => createHash('sha256').update(name).digest('base64url')

/** The records of whoever is the owner by then; `listener` hears of what is written. */
function heardRecords(
  own: () => SessionRecords,
  listener: () => SessionListener | null,
): SessionRecords {
  return {
    notes: (sessionIds) => own().notes(sessionIds),
    curve: (sessionId) => own().curve(sessionId),
    setNote: (note) => {
      own().setNote(note)
      if (note.bookingReference !== null) listener()?.booked(note.sessionId)
    },
    began: (sessionId, bookingReference) => {
      own().began(sessionId, bookingReference)
      listener()?.booked(sessionId)
    },
    ended: (sessionId, points) => {
      own().ended(sessionId, points)
      listener()?.ended(sessionId)
    },
    starters: (sessionIds) => own().starters(sessionIds),
    startedAtDesk: (startId, person) => {
      own().startedAtDesk(startId, person)
    },
    startedBy: (sessionId, start) => {
      own().startedBy(sessionId, start)
    },
    failedStarts: (page) => own().failedStarts(page),
    failed: (start) => {
      own().failed(start)
    },
    beganLate: (startId, atMs) => {
      own().beganLate(startId, atMs)
    },
  }
}
