import type { DatabaseSync } from 'node:sqlite'

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
     WHERE step IN ('chosen', 'requested', 'accepted', 'waiting-for-plug', 'unknown');
   CREATE TABLE stops (
     request_id TEXT PRIMARY KEY,
     session_id TEXT NOT NULL,
     state TEXT NOT NULL,
     failure TEXT,
     requested_at_ms INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX stops_by_session ON stops (session_id);`,
  `ALTER TABLE starts ADD COLUMN kind TEXT NOT NULL DEFAULT 'card';
   ALTER TABLE starts ADD COLUMN payment TEXT;
   ALTER TABLE starts ADD COLUMN preauth_id TEXT;
   ALTER TABLE starts ADD COLUMN transaction_id TEXT;
   ALTER TABLE starts ADD COLUMN card_mark TEXT;
   ALTER TABLE starts ADD COLUMN package_id TEXT;
   ALTER TABLE starts ADD COLUMN target TEXT;
   ALTER TABLE starts ADD COLUMN booking_reference TEXT;
   ALTER TABLE starts ADD COLUMN ended_at_ms INTEGER;
   DROP INDEX one_open_start_a_connector;
   CREATE UNIQUE INDEX one_open_start_a_connector ON starts (connector_id)
     WHERE step IN ('chosen', 'requested', 'paying', 'accepted', 'waiting-for-plug', 'unknown');`,
  `CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
   CREATE TABLE code_tries (
     subject TEXT PRIMARY KEY,
     wrong INTEGER NOT NULL,
     last_at_ms INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE ended_sessions (
     session_id TEXT PRIMARY KEY,
     connector_id TEXT NOT NULL,
     ended_at_ms INTEGER NOT NULL,
     reprinted INTEGER NOT NULL
   ) STRICT;`,
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
