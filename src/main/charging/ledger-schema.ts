import type { DatabaseSync } from 'node:sqlite'
import { openSteps } from './start-steps.ts'

const quotedOpenSteps = openSteps.map((step) => `'${step}'`).join(', ')

/** Migrations in order; the file's `user_version` says how many it has seen. Never edit one: add one. */
const migrations: readonly string[] = [
  `CREATE TABLE starts (
     id TEXT PRIMARY KEY,
     request_id TEXT NOT NULL UNIQUE,
     connector_id TEXT NOT NULL,
     option_label TEXT,
     card_id TEXT NOT NULL,
     step TEXT NOT NULL,
     history TEXT NOT NULL,
     valid_until_ms INTEGER NOT NULL,
     attempt_id TEXT,
     chargelog_id TEXT,
     cancelled INTEGER NOT NULL,
     has_left INTEGER NOT NULL,
     failure TEXT,
     created_at_ms INTEGER NOT NULL,
     updated_at_ms INTEGER NOT NULL
   ) STRICT;
   CREATE UNIQUE INDEX one_open_start_a_connector ON starts (connector_id)
     WHERE step IN (${quotedOpenSteps});
   CREATE TABLE stops (
     request_id TEXT PRIMARY KEY,
     session_id TEXT NOT NULL,
     state TEXT NOT NULL,
     failure TEXT,
     requested_at_ms INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX stops_by_session ON stops (session_id);`,
]

/** Brings the file to the newest form, each step whole or not at all. Throws on a newer file. */
export function migrate(database: DatabaseSync): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
  if (version > migrations.length) {
    throw new Error(`The ledger was written by a newer version (${String(version)}).`)
  }
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue
    database.exec(`BEGIN; ${migration} PRAGMA user_version = ${String(index + 1)}; COMMIT;`)
  }
}
