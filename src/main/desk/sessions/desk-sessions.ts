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
  /** From now on `sharer` hears what is written down here for other terminals; there is one. */
  share(sharer: NoteSharer): void
  /** Another terminal has written it down. Throws a CommandError `storage`. */
  takeShared(note: SharedNote): void
  close(): void
}

/** One of the two things that are written down for a session; null: no more. */
export interface SharedNote {
  readonly sessionId: string
  readonly what: 'booking' | 'note'
  readonly text: string | null
}

/** Must not throw. `isFirst`: a start brought it, and what anybody has written holds instead. */
export interface NoteSharer {
  noted(note: SharedNote, isFirst: boolean): void
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
  let sharer: NoteSharer | null = null
  const records = sharedRecords(
    heardRecords(own, () => listener),
    () => sharer,
  )
  const exports = createExports({ ...deps, records })
  const stopPurging = daily(clock, log, exports.purge)
  return {
    records,
    exports,
    chart: (chart) => writeChart(chart, deps),
    listen(next) {
      listener = next
    },
    share(next) {
      sharer = next
    },
    takeShared({ sessionId, what, text }) {
      const [known] = own().notes([sessionId])
      const note = known ?? { sessionId, bookingReference: null, note: null }
      own().setNote(
        what === 'booking' ? { ...note, bookingReference: text } : { ...note, note: text },
      )
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

/** The same, which other terminals hear of. */
function sharedRecords(records: SessionRecords, sharer: () => NoteSharer | null): SessionRecords {
  return {
    ...records,
    setNote(note) {
      records.setNote(note)
      const { sessionId, bookingReference } = note
      sharer()?.noted({ sessionId, what: 'booking', text: bookingReference }, false)
      sharer()?.noted({ sessionId, what: 'note', text: note.note }, false)
    },
    began(sessionId, bookingReference) {
      records.began(sessionId, bookingReference)
      sharer()?.noted({ sessionId, what: 'booking', text: bookingReference }, true)
    },
  }
}
