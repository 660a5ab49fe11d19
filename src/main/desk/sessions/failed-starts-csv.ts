import type { StartFailure } from '#contract/failed-starts.ts'
import { allPages, writeCsv } from '#main/core/csv-file.ts'
import type { FailedStarts } from './failed-starts.ts'

const COLUMNS = [
  ...['time', 'connector', 'evseId', 'kind', 'option', 'startedBy', 'step', 'end', 'code'],
  ...['reason', 'beganLate', 'startId'],
] as const

/** Writes the failed starts that are kept, of one end or of all, oldest first: times in ISO 8601 (UTC), words as in the contract. */
export function exportFailedStarts(
  records: Pick<FailedStarts, 'failedStarts'>,
  { folder, nowMs, end }: { folder: string; nowMs: number; end?: StartFailure | undefined },
): { file: string; rows: number } {
  const rows = allPages((page) => records.failedStarts({ ...page, end }))
    .toReversed()
    .map((start) => ({
      ...start,
      time: iso(start.atMs),
      connector: start.connectorNumber,
      beganLate: start.beganAtMs === null ? null : iso(start.beganAtMs),
    }))
  return writeCsv({ folder, name: 'failed-starts', nowMs, columns: COLUMNS, rows })
}

const iso = (atMs: number): string => new Date(atMs).toISOString()
