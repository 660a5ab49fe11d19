import { columns, openDatabase, values, type Database, type Row } from '#main/storage/database.ts'
import { createGuestStore, type GuestStore } from './guest-store.ts'
import { rowToClosing, rowToStart, rowToStop, startToRow, stopToRow } from './ledger-rows.ts'
import { ledgerMigrations } from './ledger-schema.ts'
import type { ClosedBy, StartRecord, StopRecord } from './records.ts'

/**
 * What this terminal has asked the platform to do, on disk before the request leaves. Every method
 * is done when it returns, power cut or not, and throws a CommandError `storage` otherwise.
 */
export interface Ledger {
  starts(): StartRecord[]
  /** Refused when another open start holds the connector, or the request id is known. */
  insertStart(record: StartRecord): void
  updateStart(record: StartRecord): void
  removeStart(id: string): void
  stops(): StopRecord[]
  saveStop(record: StopRecord): void
  /** The sessions that were closed at the desk and that the platform has not ended, by their ids. */
  closings(): Map<string, ClosedBy>
  saveClosing(sessionId: string, mark: ClosedBy): void
  removeClosing(sessionId: string): void
  /** Forgets what was last touched before `beforeMs` and is no open start; closings a year later. */
  prune(beforeMs: number): void
  /** Marks, wrong codes and ended sessions. */
  readonly guests: GuestStore
  close(): void
}

/** A session that the platform has not ended by then is no session any more. */
const CLOSINGS_KEPT_MS = 366 * 24 * 3_600_000

/** Opens the file, or makes it; a damaged one is set aside, and `onBroken` gets its new path. */
export function openLedger(databaseFile: string, onBroken?: (asideFile: string) => void): Ledger {
  return ledgerOver(
    openDatabase(databaseFile, ledgerMigrations, onBroken, (database) => {
      readAll(ledgerOver(database))
    }),
  )
}

/** Throws where a row is not what was written. */
function readAll({ starts, stops, closings, guests }: Ledger): void {
  for (const read of [starts, stops, closings, guests.ended, guests.tries]) read()
}

function ledgerOver(database: Database): Ledger {
  const write = (sql: string, row: Row): void => {
    database.run(sql, row)
  }
  return {
    starts: () => database.all('SELECT * FROM starts ORDER BY created_at_ms').map(rowToStart),
    insertStart(record) {
      const row = startToRow(record)
      write(`INSERT INTO starts (${columns(row)}) VALUES (${values(row)})`, row)
    },
    updateStart(record) {
      const row = startToRow(record)
      write(`UPDATE starts SET (${columns(row)}) = (${values(row)}) WHERE id = :id`, row)
    },
    removeStart(id) {
      write('DELETE FROM starts WHERE id = :id', { id })
    },
    stops: () => database.all('SELECT * FROM stops ORDER BY requested_at_ms').map(rowToStop),
    saveStop(record) {
      const row = stopToRow(record)
      write(`INSERT OR REPLACE INTO stops (${columns(row)}) VALUES (${values(row)})`, row)
    },
    closings: () => new Map(database.all('SELECT * FROM closed_sessions').map(rowToClosing)),
    saveClosing(sessionId, { by, atMs }) {
      const row = { session_id: sessionId, closed_by: by, closed_at_ms: atMs }
      write(`INSERT OR IGNORE INTO closed_sessions (${columns(row)}) VALUES (${values(row)})`, row)
    },
    removeClosing(sessionId) {
      write('DELETE FROM closed_sessions WHERE session_id = :sessionId', { sessionId })
    },
    prune(beforeMs) {
      const closed = "step IN ('charging', 'rejected', 'failed', 'timed-out')"
      write(`DELETE FROM starts WHERE updated_at_ms < :beforeMs AND ${closed}`, { beforeMs })
      write('DELETE FROM stops WHERE requested_at_ms < :beforeMs', { beforeMs })
      const closedBeforeMs = beforeMs - CLOSINGS_KEPT_MS
      write('DELETE FROM closed_sessions WHERE closed_at_ms < :closedBeforeMs', { closedBeforeMs })
    },
    guests: createGuestStore(database),
    close() {
      database.close()
    },
  }
}
