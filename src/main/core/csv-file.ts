import path from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { writeAtomically } from './files.ts'

type Cell = string | number | null

/**
 * Writes `<folder>/<name>-<time>.csv` (RFC 4180, UTF-8), whole. What a spreadsheet would take for a
 * formula is written as text. Throws what the disk throws.
 */
export function writeCsv<C extends string>(of: {
  folder: string
  name: string
  nowMs: number
  columns: readonly C[]
  rows: readonly Readonly<Record<C, Cell>>[]
}): { file: string; rows: number } {
  const { folder, name, nowMs, columns, rows } = of
  const csv = stringify([...rows], {
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
    bom: true,
  })
  const stamp = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')
  const file = path.join(folder, `${name}-${stamp}.csv`)
  writeAtomically(file, csv)
  return { file, rows: rows.length }
}

/** All of a list that comes in pages, newest first, by the ids of its entries. */
export function allPages<T extends { id: number }>(
  list: (page: { beforeId: number | null; limit: number }) => readonly T[],
): T[] {
  const all: T[] = []
  for (;;) {
    const page = list({ beforeId: all.at(-1)?.id ?? null, limit: PAGE })
    all.push(...page)
    if (page.length < PAGE) return all
  }
}

const PAGE = 500
