import { globSync, statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Bytes of each database of a data folder with what lies beside it, and rows of each of its tables. */
export function readDatabases(dataDir: string): Record<string, number> {
  const read: Record<string, number> = {}
  for (const name of globSync('**/*.db', { cwd: dataDir }).toSorted()) {
    const file = path.join(dataDir, name)
    read[`${name}, bytes`] = ['', '-wal'].reduce((sum, part) => sum + sizeOf(file + part), 0)
    for (const [table, rows] of rowsOf(file)) read[`${name} ${table}, rows`] = rows
  }
  return read
}

function rowsOf(file: string): [string, number][] {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 2_000 })
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    return tables.map(({ name }) => {
      const row = database.prepare(`SELECT count(*) AS rows FROM "${String(name)}"`).get()
      return [String(name), Number(row?.['rows'])]
    })
  } finally {
    database.close()
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
