import { chmodSync, existsSync, renameSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { FILE_MODE } from '#main/core/files.ts'

/** One of the terminal's SQLite files. Its methods throw a CommandError `storage` and nothing else. */
export interface Database {
  /** Runs one statement; done when it returns, power cut or not. Answers the rows that changed. */
  run(sql: string, values?: Row): number
  all(sql: string, values?: Row): unknown[]
  get(sql: string, values?: Row): unknown
  /** All of `work` or nothing of it. */
  together<T>(work: () => T): T
  close(): void
}

export type Row = Record<string, string | number | null>

/** Nobody else writes to the file; a copy being made of it must not hold the terminal up. */
const BUSY_TIMEOUT_MS = 500

/**
 * Opens the file, or makes it, and brings it to the newest form. WAL and synchronous=FULL: a commit
 * survives a power cut. A file that is no database any more is set aside, and `onBroken` hears
 * where it lies now. `migrations` are in order; the file's `user_version` says how many it has seen.
 * `verify` throws where the file holds what nobody can read: that is a broken one, too.
 */
export function openDatabase(
  file: string,
  migrations: readonly string[],
  onBroken?: (asideFile: string) => void,
  verify?: (database: Database) => void,
): Database {
  return guarded(() => {
    try {
      if (isEmptyFile(file)) throw new BrokenDatabase('The file is empty.')
      return verified(over(open(file, migrations)), verify)
    } catch (error) {
      if (!isBroken(error)) throw error
      onBroken?.(setAside(file))
      return over(open(file, migrations))
    }
  })
}

/** A failing disk is no broken file: it goes on being a CommandError. */
function verified(
  database: Database,
  verify: ((database: Database) => void) | undefined,
): Database {
  try {
    verify?.(database)
    return database
  } catch (error) {
    database.close()
    throw error instanceof CommandError ? error : new BrokenDatabase('A row cannot be read.')
  }
}

function over(database: DatabaseSync): Database {
  return {
    run: (sql, values = {}) => guarded(() => Number(database.prepare(sql).run(values).changes)),
    all: (sql, values = {}) => guarded(() => database.prepare(sql).all(values)),
    get: (sql, values = {}) => guarded(() => database.prepare(sql).get(values)),
    together(work) {
      guarded(() => {
        database.exec('BEGIN')
      })
      try {
        const done = work()
        guarded(() => {
          database.exec('COMMIT')
        })
        return done
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      }
    },
    close() {
      if (database.isOpen) database.close()
    },
  }
}

export const columns = (row: Row): string => Object.keys(row).join(', ')
export const values = (row: Row): string =>
  Object.keys(row)
    .map((name) => `:${name}`)
    .join(', ')

/** The log beside a file is taken into it after so many pages: it stays as small as the file is. */
const LOG_PAGES = 100

function open(file: string, migrations: readonly string[]): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS })
  try {
    // Before anything is in it; the files beside it get the same rights.
    shut(file)
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = ${String(LOG_PAGES)};`,
    )
    const [health] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})
    if (health !== 'ok') throw new BrokenDatabase('The file is damaged.')
    migrate(database, migrations)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function shut(file: string): void {
  try {
    chmodSync(file, FILE_MODE)
  } catch {
    // Another user's file, logged at launch (settings/folder-rights.ts): it can be used all the same.
  }
}

/** Each step whole or not at all. Throws on a newer file. */
function migrate(database: DatabaseSync, migrations: readonly string[]): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
  if (version > migrations.length) {
    throw new Error(`The file was written by a newer version (${String(version)}).`)
  }
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue
    database.exec(`BEGIN; ${migration} PRAGMA user_version = ${String(index + 1)}; COMMIT;`)
  }
}

/** SQLite would take it for a new one: but a file that was there has held something. */
const isEmptyFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.size === 0

class BrokenDatabase extends Error {}

/** SQLite's result codes for a damaged file and for one that is no database. */
const BROKEN_CODES: ReadonlySet<unknown> = new Set([11, 26])

const isBroken = (error: unknown): boolean =>
  error instanceof BrokenDatabase ||
  (error instanceof Error && 'errcode' in error && BROKEN_CODES.has(error.errcode))

function setAside(file: string): string {
  let aside = `${file}.broken`
  for (let copy = 2; existsSync(aside); copy += 1) aside = `${file}.broken-${String(copy)}`
  renameSync(file, aside)
  for (const part of ['-wal', '-shm']) {
    if (existsSync(file + part)) renameSync(file + part, aside + part)
  }
  return aside
}

function guarded<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof CommandError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(failureOf('storage', `The database failed: ${reason}`))
  }
}
