import { z } from 'zod'
import type { Clock } from '#common/clock.ts'
import { sessionSchema, type Session } from '#contract/charging.ts'
import { sessionNoteSchema, type SessionNote } from '#contract/desk-sessions.ts'
import type { Log } from '#main/core/log.ts'
import type { Database } from '#main/storage/database.ts'
import { failedStartsOf, type FailedStarts } from './failed-starts.ts'
import { sessionStarters, type SessionStarters } from './session-starters.ts'

type PowerPoints = Session['powerCurve']

/** What this terminal keeps of one account's sessions beside the platform. */
export interface SessionRecords extends SessionStarters, FailedStarts {
  /** Of these sessions those that have a booking reference or a note. Throws a CommandError `storage`. */
  notes(sessionIds: readonly string[]): SessionNote[]
  /** Empty where it was never seen. Throws as `notes`. */
  curve(sessionId: string): PowerPoints
  /** On disk when it returns; with neither reference nor note it is forgotten. Throws as `notes`. */
  setNote(note: SessionNote): void
  /** The session of a booked start is known; what staff wrote since stays. A failing disk is logged. */
  began(sessionId: string, bookingReference: string): void
  /** A session has stopped: its power as this terminal saw it. A failing disk is logged. */
  ended(sessionId: string, points: PowerPoints): void
}

/** All accounts' records. They go when the operator's time is over: nothing older is ever shown. */
export interface RecordStore {
  of(account: string): SessionRecords
  /** Forgets what is too old. Throws a CommandError `storage`. */
  purge(): void
  /** Forgets all that is kept for an account: a demo starts empty at each launch. */
  forget(account: string): void
}

/** `changed_at_ms`: from then on the operator's time counts. */
export const SESSION_TABLES = `CREATE TABLE session_notes (
     account TEXT NOT NULL,
     session_id TEXT NOT NULL,
     booking_reference TEXT,
     note TEXT,
     changed_at_ms INTEGER NOT NULL,
     PRIMARY KEY (account, session_id)
   ) STRICT;
   CREATE TABLE power_curves (
     account TEXT NOT NULL,
     session_id TEXT NOT NULL,
     points TEXT NOT NULL,
     changed_at_ms INTEGER NOT NULL,
     PRIMARY KEY (account, session_id)
   ) STRICT;`

const TABLES = [
  ...['session_notes', 'power_curves', 'session_starters', 'desk_starts'],
  'failed_starts',
] as const

const noteRowSchema = z
  .object({
    session_id: z.string(),
    booking_reference: z.string().nullable(),
    note: z.string().nullable(),
  })
  .transform((row) => ({
    sessionId: row.session_id,
    bookingReference: row.booking_reference,
    note: row.note,
  }))
  .pipe(sessionNoteSchema)
const curveRowSchema = z
  .object({ points: z.string().transform((text): unknown => JSON.parse(text)) })
  .transform(({ points }) => points)
  .pipe(sessionSchema.shape.powerCurve)

interface RecordStoreDeps {
  database: Database
  clock: Clock
  log: Log
  /** How long after its last change a record is kept. */
  keepMs: () => number
}

export function createRecordStore(deps: RecordStoreDeps): RecordStore {
  const { database, log } = deps
  const starterDeps = {
    ...{ database, log },
    nowMs: () => nowMs(deps),
    keptSinceMs: () => keptSinceMs(deps),
  }
  return {
    of: (account) => ({
      ...recordReads(deps, account),
      ...recordWrites(deps, account),
      ...sessionStarters(starterDeps, account),
      ...failedStartsOf(starterDeps, account),
    }),
    purge() {
      for (const table of TABLES) {
        const sinceMs = keptSinceMs(deps)
        database.run(`DELETE FROM ${table} WHERE changed_at_ms < :sinceMs`, { sinceMs })
      }
    },
    forget(account) {
      for (const table of TABLES) {
        database.run(`DELETE FROM ${table} WHERE account = :account`, { account })
      }
    },
  }
}

const nowMs = ({ clock }: RecordStoreDeps): number => Math.round(clock.now())
const keptSinceMs = (deps: RecordStoreDeps): number => nowMs(deps) - deps.keepMs()

function recordReads(
  deps: RecordStoreDeps,
  account: string,
): Pick<SessionRecords, 'notes' | 'curve'> {
  const { database } = deps
  return {
    notes: (sessionIds) =>
      database
        .all(
          `SELECT session_id, booking_reference, note FROM session_notes
           WHERE account = :account AND changed_at_ms >= :sinceMs
             AND session_id IN (SELECT value FROM json_each(:ids))`,
          { account, sinceMs: keptSinceMs(deps), ids: JSON.stringify(sessionIds) },
        )
        .map((row) => noteRowSchema.parse(row)),
    curve(sessionId) {
      const row = database.get(
        `SELECT points FROM power_curves
         WHERE account = :account AND session_id = :sessionId AND changed_at_ms >= :sinceMs`,
        { account, sessionId, sinceMs: keptSinceMs(deps) },
      )
      return row ? curveRowSchema.parse(row) : []
    },
  }
}

function recordWrites(
  deps: RecordStoreDeps,
  account: string,
): Pick<SessionRecords, 'setNote' | 'began' | 'ended'> {
  const { database, log } = deps
  const quietly = (sessionId: string, write: () => void): void => {
    try {
      write()
    } catch (error) {
      log.error({ sessionId, error: String(error) }, 'a session is not written down')
    }
  }
  return {
    setNote({ sessionId, bookingReference, note }) {
      if (bookingReference === null && note === null) {
        const sql = 'DELETE FROM session_notes WHERE account = :account AND session_id = :sessionId'
        database.run(sql, { account, sessionId })
        return
      }
      database.run(
        `INSERT OR REPLACE INTO session_notes
           (account, session_id, booking_reference, note, changed_at_ms)
         VALUES (:account, :sessionId, :bookingReference, :note, :atMs)`,
        { account, sessionId, bookingReference, note, atMs: nowMs(deps) },
      )
    },
    began(sessionId, bookingReference) {
      quietly(sessionId, () =>
        database.run(
          `INSERT INTO session_notes (account, session_id, booking_reference, changed_at_ms)
           VALUES (:account, :sessionId, :bookingReference, :atMs)
           ON CONFLICT DO UPDATE
             SET booking_reference = coalesce(booking_reference, excluded.booking_reference)`,
          { account, sessionId, bookingReference, atMs: nowMs(deps) },
        ),
      )
    },
    ended(sessionId, points) {
      if (points.length === 0) return
      quietly(sessionId, () =>
        database.run(
          `INSERT OR REPLACE INTO power_curves (account, session_id, points, changed_at_ms)
           VALUES (:account, :sessionId, :points, :atMs)`,
          { account, sessionId, points: JSON.stringify(points), atMs: nowMs(deps) },
        ),
      )
    },
  }
}
