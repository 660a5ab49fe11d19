import { NOTES_TABLE } from '#main/storage/notes.ts'
import { TRIES_TABLE } from '#main/storage/tries.ts'

/** The ledger's forms in order. Never edit one: add one. */
export const ledgerMigrations: readonly string[] = [
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
  `${NOTES_TABLE}
   ${TRIES_TABLE}
   CREATE TABLE ended_sessions (
     session_id TEXT PRIMARY KEY,
     connector_id TEXT NOT NULL,
     ended_at_ms INTEGER NOT NULL,
     reprinted INTEGER NOT NULL
   ) STRICT;`,
  `ALTER TABLE starts ADD COLUMN started_by TEXT NOT NULL DEFAULT 'guest';
   ALTER TABLE starts ADD COLUMN without_invoice INTEGER NOT NULL DEFAULT 0;`,
  `ALTER TABLE starts ADD COLUMN closed_by TEXT;
   ALTER TABLE starts ADD COLUMN closed_at_ms INTEGER;
   DROP INDEX one_open_start_a_connector;
   CREATE UNIQUE INDEX one_open_start_a_connector ON starts (connector_id)
     WHERE step IN ('chosen', 'requested', 'paying', 'accepted', 'waiting-for-plug', 'unknown')
       AND closed_at_ms IS NULL;
   CREATE TABLE closed_sessions (
     session_id TEXT PRIMARY KEY,
     closed_by TEXT NOT NULL,
     closed_at_ms INTEGER NOT NULL
   ) STRICT;`,
  'ALTER TABLE starts ADD COLUMN tag_mark TEXT;',
  `UPDATE code_tries SET subject = 'code:' || subject WHERE subject NOT LIKE 'card:%';`,
  'ALTER TABLE starts ADD COLUMN rate TEXT;',
]
