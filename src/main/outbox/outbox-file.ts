import { openDatabase, type Database } from '#main/storage/database.ts'

/** The forms of `outbox.db` in order. Never edit one: add one. */
const migrations: readonly string[] = [
  `CREATE TABLE messages (
     id TEXT PRIMARY KEY,
     channel TEXT NOT NULL,
     body TEXT,
     created_at_ms INTEGER NOT NULL,
     due_at_ms INTEGER NOT NULL,
     tries INTEGER NOT NULL,
     settled TEXT,
     settled_at_ms INTEGER
   ) STRICT;
   CREATE INDEX messages_to_send ON messages (due_at_ms) WHERE settled IS NULL;
   CREATE TABLE alerts (
     key TEXT PRIMARY KEY,
     kind TEXT NOT NULL,
     facts TEXT NOT NULL,
     since_ms INTEGER NOT NULL,
     raised_at_ms INTEGER
   ) STRICT;
   CREATE TABLE alert_news (
     id INTEGER PRIMARY KEY,
     at_ms INTEGER NOT NULL,
     state TEXT NOT NULL,
     kind TEXT NOT NULL,
     facts TEXT NOT NULL,
     since_ms INTEGER NOT NULL
   ) STRICT;`,
]

/** What waits to leave this terminal. Throws a CommandError `storage`. */
export function openOutboxFile(file: string, onBroken?: (asideFile: string) => void): Database {
  return openDatabase(file, migrations, onBroken)
}
