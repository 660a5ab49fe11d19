import { failedStartSchema, type FailedStart, type StartFailure } from '#contract/failed-starts.ts'
import type { Log } from '#main/core/log.ts'
import type { Database } from '#main/storage/database.ts'

/** Which of them. */
export interface FailedStartPage {
  readonly beforeId: number | null
  readonly limit: number
  readonly connectorId?: string | undefined
  readonly end?: StartFailure | undefined
}

/** One account's starts that began no charge. */
export interface FailedStarts {
  /** Newest first. Throws a CommandError `storage`. */
  failedStarts(page: FailedStartPage): FailedStart[]
  /** Each start once. A failing disk is logged. */
  failed(start: Omit<FailedStart, 'id' | 'beganAtMs'>): void
  /** One that had failed has begun all the same. A failing disk is logged. */
  beganLate(startId: string, atMs: number): void
}

/** `changed_at_ms`: when it failed; from then on the operator's time counts. */
export const FAILED_STARTS_TABLE = `CREATE TABLE failed_starts (
     id INTEGER PRIMARY KEY,
     account TEXT NOT NULL,
     start_id TEXT NOT NULL,
     changed_at_ms INTEGER NOT NULL,
     connector_id TEXT NOT NULL,
     connector_number TEXT,
     evse_id TEXT,
     kind TEXT NOT NULL,
     option TEXT,
     started_by TEXT NOT NULL,
     step TEXT NOT NULL,
     end TEXT NOT NULL,
     code TEXT NOT NULL,
     reason TEXT,
     began_at_ms INTEGER,
     UNIQUE (account, start_id)
   ) STRICT;`

/** @param keptSinceMs what failed before is not told any more (epoch ms) */
export function failedStartsOf(
  deps: { database: Database; log: Log; keptSinceMs: () => number },
  account: string,
): FailedStarts {
  const { database, log } = deps
  const quietly = (startId: string, write: () => void): void => {
    try {
      write()
    } catch (error) {
      log.error({ startId, error: String(error) }, 'a failed start is not written down')
    }
  }
  return {
    failedStarts: ({ beforeId, limit, connectorId = null, end = null }) =>
      database
        .all(
          `SELECT id, start_id AS startId, changed_at_ms AS atMs, connector_id AS connectorId,
             connector_number AS connectorNumber, evse_id AS evseId, kind, option,
             started_by AS startedBy, step, end, code, reason, began_at_ms AS beganAtMs
           FROM failed_starts
           WHERE account = :account AND changed_at_ms >= :sinceMs
             AND (:beforeId IS NULL OR id < :beforeId)
             AND (:connectorId IS NULL OR connector_id = :connectorId)
             AND (:end IS NULL OR end = :end)
           ORDER BY id DESC LIMIT :limit`,
          { account, sinceMs: deps.keptSinceMs(), beforeId, limit, connectorId, end },
        )
        .map((row) => failedStartSchema.parse(row)),
    failed(start) {
      quietly(start.startId, () =>
        database.run(
          `INSERT OR IGNORE INTO failed_starts
             (account, start_id, changed_at_ms, connector_id, connector_number, evse_id, kind, option,
              started_by, step, end, code, reason)
           VALUES (:account, :startId, :atMs, :connectorId, :connectorNumber, :evseId, :kind, :option,
             :startedBy, :step, :end, :code, :reason)`,
          { ...start, account },
        ),
      )
    },
    beganLate(startId, atMs) {
      quietly(startId, () =>
        database.run(
          `UPDATE failed_starts SET began_at_ms = :atMs
           WHERE account = :account AND start_id = :startId`,
          { account, startId, atMs },
        ),
      )
    },
  }
}
