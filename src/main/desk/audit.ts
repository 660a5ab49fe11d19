import { z } from 'zod'
import type { Clock } from '#common/clock.ts'
import { auditEntrySchema, type AuditEntry, type Person } from '#contract/desk.ts'
import type { Log } from '#main/core/log.ts'
import type { Database } from '#main/storage/database.ts'

/** What is written down: who is known by the audit itself. Never a secret. */
export interface AuditEvent {
  readonly action: string
  readonly subject?: string | null
  readonly details?: Readonly<Record<string, string>>
}

/** Who did what at this terminal. Nothing of it is ever changed, or removed before its time. */
export interface Audit {
  /**
   * On disk when it returns; throws a CommandError `storage`, and then the action must not be carried out.
   * `by`: default the person at the desk now.
   */
  write(event: AuditEvent, by?: Person): void
  /** For what has happened anyway: a failing disk is logged. */
  note(event: AuditEvent, by?: Person): void
  /** Newest first; `beforeId` pages back. */
  list(page: { beforeId: number | null; limit: number }): AuditEntry[]
}

/** Removes what was written down before `beforeMs` (epoch ms). Throws a CommandError `storage`. */
export function purgeAudit(database: Database, beforeMs: number): void {
  database.run('DELETE FROM audit WHERE at_ms < :beforeMs', { beforeMs })
}

const rowSchema = z
  .object({
    id: z.number(),
    at_ms: z.number(),
    who: z.string().nullable(),
    role: z.string().nullable(),
    action: z.string(),
    subject: z.string().nullable(),
    details: z.string().transform((text): unknown => JSON.parse(text)),
  })
  .transform(({ at_ms: atMs, ...row }) => ({ ...row, atMs }))
  .pipe(auditEntrySchema)

export function createAudit(deps: {
  database: Database
  clock: Clock
  log: Log
  person: () => Person | null
}): Audit {
  const { database, clock, log } = deps
  const write: Audit['write'] = ({ action, subject = null, details = {} }, by) => {
    const person = by ?? deps.person()
    database.run(
      `INSERT INTO audit (at_ms, who, role, action, subject, details)
       VALUES (:atMs, :who, :role, :action, :subject, :details)`,
      {
        atMs: Math.round(clock.now()),
        who: person?.name ?? null,
        role: person?.role ?? null,
        action,
        subject,
        details: JSON.stringify(details),
      },
    )
  }
  return {
    write,
    note(event, by) {
      try {
        write(event, by)
      } catch (error) {
        log.error({ action: event.action, error: String(error) }, 'the audit trail has a gap')
      }
    },
    list: ({ beforeId, limit }) =>
      database
        .all(
          `SELECT * FROM audit WHERE :beforeId IS NULL OR id < :beforeId
           ORDER BY id DESC LIMIT :limit`,
          { beforeId, limit },
        )
        .map((row) => rowSchema.parse(row)),
  }
}
