import path from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { writeAtomically } from '#main/core/files.ts'
import type { Audit } from './audit.ts'

const PAGE = 500

/**
 * Writes the whole audit trail, oldest first, as CSV (RFC 4180, UTF-8): times in ISO 8601 (UTC). What
 * a spreadsheet would take for a formula is written as text.
 */
export function exportAudit(
  audit: Pick<Audit, 'list'>,
  folder: string,
  nowMs: number,
): { file: string; rows: number } {
  const rows = allOf(audit).toReversed()
  const csv = stringify(
    rows.map(({ atMs, who, role, action, subject, details }) => ({
      time: new Date(atMs).toISOString(),
      who,
      role,
      action,
      subject,
      details: Object.entries(details)
        .map(([name, value]) => `${name}: ${value}`)
        .join('; '),
    })),
    {
      header: true,
      columns: ['time', 'who', 'role', 'action', 'subject', 'details'],
      record_delimiter: 'windows',
      escape_formulas: true,
      bom: true,
    },
  )
  const stamp = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')
  const file = path.join(folder, `audit-${stamp}.csv`)
  writeAtomically(file, csv)
  return { file, rows: rows.length }
}

function allOf(audit: Pick<Audit, 'list'>): ReturnType<Audit['list']> {
  const rows: ReturnType<Audit['list']> = []
  for (;;) {
    const page = audit.list({ beforeId: rows.at(-1)?.id ?? null, limit: PAGE })
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}
