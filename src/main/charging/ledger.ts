import { existsSync, renameSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { CommandError, failureOf } from '#main/errors.ts'
import { createGuestStore, type GuestStore } from './guest-store.ts'
import type { Row } from './ledger-rows.ts'
import { rowToStart, rowToStop, startToRow, stopToRow } from './ledger-rows.ts'
import { migrate } from './ledger-schema.ts'
import type { StartRecord, StopRecord } from './records.ts'

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
  /** Forgets what was last touched before `beforeMs` and is no open start. */
  prune(beforeMs: number): void
  /** Marks, wrong codes and ended sessions. */
  readonly guests: GuestStore
  close(): void
}

/** Nobody else writes to the file; a copy being made of it must not hold the terminal up. */
const BUSY_TIMEOUT_MS = 500

/**
 * Opens the file, or makes it. WAL and synchronous=FULL: a commit survives a power cut. A file that
 * is no database any more is set aside, and `onBroken` is told where it lies now.
 */
export function openLedger(databaseFile: string, onBroken?: (asideFile: string) => void): Ledger {
  const database = guarded(() => {
    try {
      return open(databaseFile)
    } catch (error) {
      if (!isBroken(error)) throw error
      onBroken?.(setAside(databaseFile))
      return open(databaseFile)
    }
  })
  const write = (sql: string, row: Row): void => {
    guarded(() => database.prepare(sql).run(row))
  }
  const read = <T>(sql: string, parse: (row: unknown) => T): T[] =>
    guarded(() => database.prepare(sql).all().map(parse))

  return {
    starts: () => read('SELECT * FROM starts ORDER BY created_at_ms', rowToStart),
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
    stops: () => read('SELECT * FROM stops ORDER BY requested_at_ms', rowToStop),
    saveStop(record) {
      const row = stopToRow(record)
      write(`INSERT OR REPLACE INTO stops (${columns(row)}) VALUES (${values(row)})`, row)
    },
    prune(beforeMs) {
      const closed = "step IN ('charging', 'rejected', 'failed', 'timed-out')"
      write(`DELETE FROM starts WHERE updated_at_ms < :beforeMs AND ${closed}`, { beforeMs })
      write('DELETE FROM stops WHERE requested_at_ms < :beforeMs', { beforeMs })
    },
    guests: createGuestStore(database, guarded),
    close() {
      if (database.isOpen) database.close()
    },
  }
}

function open(databaseFile: string): DatabaseSync {
  const database = new DatabaseSync(databaseFile, { timeout: BUSY_TIMEOUT_MS })
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
    const [health] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})
    if (health !== 'ok') throw new BrokenLedger('The file is damaged.')
    migrate(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

class BrokenLedger extends Error {}

/** SQLite's result codes for a damaged file and for one that is no database. */
const BROKEN_CODES: ReadonlySet<unknown> = new Set([11, 26])

const isBroken = (error: unknown): boolean =>
  error instanceof BrokenLedger ||
  (error instanceof Error && 'errcode' in error && BROKEN_CODES.has(error.errcode))

function setAside(databaseFile: string): string {
  let aside = `${databaseFile}.broken`
  for (let copy = 2; existsSync(aside); copy += 1) aside = `${databaseFile}.broken-${String(copy)}`
  renameSync(databaseFile, aside)
  for (const part of ['-wal', '-shm']) {
    if (existsSync(databaseFile + part)) renameSync(databaseFile + part, aside + part)
  }
  return aside
}

const columns = (row: Row): string => Object.keys(row).join(', ')
const values = (row: Row): string =>
  Object.keys(row)
    .map((name) => `:${name}`)
    .join(', ')

function guarded<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(failureOf('storage', `The ledger failed: ${reason}`))
  }
}
