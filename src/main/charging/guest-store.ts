import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

/** Wrong stop codes, by session or connector, or at the whole terminal. */
export interface CodeTries {
  readonly subject: string
  readonly wrong: number
  /** When the last wrong code was given (epoch ms). */
  readonly lastAtMs: number
}

/** A session that ended at a connector of this site: only ids and the time, never its data. */
export interface EndedSession {
  readonly sessionId: string
  readonly connectorId: string
  readonly endedAtMs: number
  /** Its summary was opened again by the stop code, and printed. */
  readonly reprinted: boolean
}

/** What the ledger keeps for guests beside starts and stops. On disk when a method returns. */
export interface GuestStore {
  /** A short text by name: keys where no vault keeps them, and marks. */
  note(name: string): string | null
  /** Null forgets it. */
  setNote(name: string, value: string | null): void
  tries(): CodeTries[]
  saveTries(tries: CodeTries): void
  forgetTries(subject: string): void
  ended(): EndedSession[]
  /** Keeps it; of a known one only that it was printed again. */
  saveEnded(session: EndedSession): void
  forgetEnded(beforeMs: number): void
}

const noteSchema = z.object({ value: z.string() })
const triesSchema = z
  .object({ subject: z.string(), wrong: z.number(), last_at_ms: z.number() })
  .transform((row): CodeTries => ({ ...row, lastAtMs: row.last_at_ms }))
const endedSchema = z
  .object({
    session_id: z.string(),
    connector_id: z.string(),
    ended_at_ms: z.number(),
    reprinted: z.number(),
  })
  .transform((row): EndedSession => ({
    sessionId: row.session_id,
    connectorId: row.connector_id,
    endedAtMs: row.ended_at_ms,
    reprinted: row.reprinted !== 0,
  }))

/** `guarded` turns the database's errors into the ledger's. */
export function createGuestStore(
  database: DatabaseSync,
  guarded: <T>(run: () => T) => T,
): GuestStore {
  const write = (sql: string, ...values: (string | number)[]): void => {
    guarded(() => database.prepare(sql).run(...values))
  }
  return {
    note: (name) =>
      guarded(() => {
        const row = database.prepare('SELECT value FROM notes WHERE name = ?').get(name)
        return row ? noteSchema.parse(row).value : null
      }),
    setNote(name, value) {
      if (value === null) write('DELETE FROM notes WHERE name = ?', name)
      else write('INSERT OR REPLACE INTO notes (name, value) VALUES (?, ?)', name, value)
    },
    tries: () =>
      guarded(() =>
        database
          .prepare('SELECT * FROM code_tries')
          .all()
          .map((row) => triesSchema.parse(row)),
      ),
    saveTries({ subject, wrong, lastAtMs }) {
      const sql = 'INSERT OR REPLACE INTO code_tries (subject, wrong, last_at_ms) VALUES (?, ?, ?)'
      write(sql, subject, wrong, lastAtMs)
    },
    forgetTries(subject) {
      write('DELETE FROM code_tries WHERE subject = ?', subject)
    },
    ended: () =>
      guarded(() =>
        database
          .prepare('SELECT * FROM ended_sessions ORDER BY ended_at_ms DESC')
          .all()
          .map((row) => endedSchema.parse(row)),
      ),
    saveEnded({ sessionId, connectorId, endedAtMs, reprinted }) {
      const sql = `INSERT INTO ended_sessions (session_id, connector_id, ended_at_ms, reprinted)
        VALUES (?, ?, ?, ?) ON CONFLICT (session_id)
        DO UPDATE SET reprinted = max(reprinted, excluded.reprinted)`
      write(sql, sessionId, connectorId, endedAtMs, Number(reprinted))
    },
    forgetEnded(beforeMs) {
      write('DELETE FROM ended_sessions WHERE ended_at_ms < ?', beforeMs)
    },
  }
}
