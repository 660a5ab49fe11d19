import { openDatabase, type Database } from '#main/storage/database.ts'
import { NOTES_TABLE } from '#main/storage/notes.ts'
import { TRIES_TABLE } from '#main/storage/tries.ts'
import { FAILED_STARTS_TABLE } from './sessions/failed-starts.ts'
import { SESSION_TABLES } from './sessions/session-records.ts'
import { STARTER_TABLES } from './sessions/session-starters.ts'

/** The forms of `desk.db` in order. Never edit one: add one. */
const migrations: readonly string[] = [
  `${NOTES_TABLE}
   ${TRIES_TABLE}
   CREATE TABLE audit (
     id INTEGER PRIMARY KEY,
     at_ms INTEGER NOT NULL,
     who TEXT,
     role TEXT,
     action TEXT NOT NULL,
     subject TEXT,
     details TEXT NOT NULL
   ) STRICT;`,
  SESSION_TABLES,
  STARTER_TABLES,
  FAILED_STARTS_TABLE,
]

/** What the desk keeps: audit trail, wrong PINs, notes, what was written down for sessions. Throws a CommandError `storage`. */
export function openDeskFile(file: string, onBroken?: (asideFile: string) => void): Database {
  return openDatabase(file, migrations, onBroken)
}
