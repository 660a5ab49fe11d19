import { z } from 'zod'
import type { Database } from '#main/storage/database.ts'
import { createNoteStore, type NoteStore } from '#main/storage/notes.ts'
import { createTriesStore, type TriesStore } from '#main/storage/tries.ts'

/** A session that ended at a connector of this site: only ids and the time, never its data. */
export interface EndedSession {
  readonly sessionId: string
  readonly connectorId: string
  readonly endedAtMs: number
  /** Its summary was opened again by the stop code, and printed. */
  readonly reprinted: boolean
}

/** What the ledger keeps for guests beside starts and stops. On disk when a method returns. */
export interface GuestStore extends NoteStore, TriesStore {
  ended(): EndedSession[]
  /** Keeps it; of a known one only that it was printed again. */
  saveEnded(session: EndedSession): void
  removeEnded(sessionId: string): void
  forgetEnded(beforeMs: number): void
}

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

export function createGuestStore(database: Database): GuestStore {
  return {
    ...createNoteStore(database),
    ...createTriesStore(database),
    ended: () =>
      database
        .all('SELECT * FROM ended_sessions ORDER BY ended_at_ms DESC')
        .map((row) => endedSchema.parse(row)),
    saveEnded({ sessionId, connectorId, endedAtMs, reprinted }) {
      const sql = `INSERT INTO ended_sessions (session_id, connector_id, ended_at_ms, reprinted)
        VALUES (:sessionId, :connectorId, :endedAtMs, :reprinted) ON CONFLICT (session_id)
        DO UPDATE SET reprinted = max(reprinted, excluded.reprinted)`
      database.run(sql, { sessionId, connectorId, endedAtMs, reprinted: Number(reprinted) })
    },
    removeEnded(sessionId) {
      database.run('DELETE FROM ended_sessions WHERE session_id = :sessionId', { sessionId })
    },
    forgetEnded(beforeMs) {
      database.run('DELETE FROM ended_sessions WHERE ended_at_ms < :beforeMs', { beforeMs })
    },
  }
}
