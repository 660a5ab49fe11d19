import { z } from 'zod'
import type { Log } from '#main/core/log.ts'
import type { Database } from '#main/storage/database.ts'

/** Who began a session, as far as this terminal knows it. */
export interface Starter {
  readonly startedBy: 'guest' | 'desk'
  /** Whose PIN was at the desk; null for a guest, and where it was not written down. */
  readonly person: string | null
}

/** Who began one account's sessions. */
export interface SessionStarters {
  /** By the sessions' ids; those that did not begin at this terminal are not in it. Throws a CommandError `storage`. */
  starters(sessionIds: readonly string[]): ReadonlyMap<string, Starter>
  /** A start at the desk was somebody's. A failing disk is logged. */
  startedAtDesk(startId: string, person: string): void
  /** The session of a start is known. A failing disk is logged. */
  startedBy(sessionId: string, start: { id: string; startedBy: Starter['startedBy'] }): void
}

export const STARTER_TABLES = `CREATE TABLE session_starters (
     account TEXT NOT NULL,
     session_id TEXT NOT NULL,
     start_id TEXT NOT NULL,
     started_by TEXT NOT NULL,
     changed_at_ms INTEGER NOT NULL,
     PRIMARY KEY (account, session_id)
   ) STRICT;
   CREATE TABLE desk_starts (
     account TEXT NOT NULL,
     start_id TEXT NOT NULL,
     person TEXT NOT NULL,
     changed_at_ms INTEGER NOT NULL,
     PRIMARY KEY (account, start_id)
   ) STRICT;`

const rowSchema = z.object({
  session_id: z.string(),
  started_by: z.enum(['guest', 'desk']),
  person: z.string().nullable(),
})

/** @param keptSinceMs what was written before is not told any more (epoch ms) */
export function sessionStarters(
  deps: { database: Database; log: Log; nowMs: () => number; keptSinceMs: () => number },
  account: string,
): SessionStarters {
  const { database, log } = deps
  const quietly = (subject: string, write: () => void): void => {
    try {
      write()
    } catch (error) {
      log.error({ subject, error: String(error) }, 'who started is not written down')
    }
  }
  return {
    starters: (sessionIds) =>
      new Map(
        database
          .all(
            `SELECT session_id, started_by, person FROM session_starters
             LEFT JOIN desk_starts USING (account, start_id)
             WHERE account = :account AND session_starters.changed_at_ms >= :sinceMs
               AND session_id IN (SELECT value FROM json_each(:ids))`,
            { account, sinceMs: deps.keptSinceMs(), ids: JSON.stringify(sessionIds) },
          )
          .map((raw) => {
            const { session_id: sessionId, started_by: startedBy, person } = rowSchema.parse(raw)
            return [sessionId, { startedBy, person }]
          }),
      ),
    startedAtDesk(startId, person) {
      quietly(startId, () =>
        database.run(
          `INSERT OR REPLACE INTO desk_starts (account, start_id, person, changed_at_ms)
           VALUES (:account, :startId, :person, :atMs)`,
          { account, startId, person, atMs: deps.nowMs() },
        ),
      )
    },
    startedBy(sessionId, { id, startedBy }) {
      quietly(sessionId, () =>
        database.run(
          `INSERT OR REPLACE INTO session_starters
             (account, session_id, start_id, started_by, changed_at_ms)
           VALUES (:account, :sessionId, :id, :startedBy, :atMs)`,
          { account, sessionId, id, startedBy, atMs: deps.nowMs() },
        ),
      )
    },
  }
}
