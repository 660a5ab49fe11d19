import { allPages, writeCsv } from '#main/core/csv-file.ts'
import type { Audit } from './audit.ts'

/** Writes the whole audit trail, oldest first: times in ISO 8601 (UTC). */
export function exportAudit(
  audit: Pick<Audit, 'list'>,
  folder: string,
  nowMs: number,
): { file: string; rows: number } {
  const rows = allPages(audit.list)
    .toReversed()
    .map(({ atMs, who, role, action, subject, details }) => ({
      time: new Date(atMs).toISOString(),
      ...{ who, role, action, subject },
      details: Object.entries(details)
        .map(([name, value]) => `${name}: ${value}`)
        .join('; '),
    }))
  const columns = ['time', 'who', 'role', 'action', 'subject', 'details'] as const
  return writeCsv({ folder, name: 'audit', nowMs, columns, rows })
}
