import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setPeople } from '#test/e2e/support/people.ts'
import type { LedgerStart, SettingsEnd } from './record.ts'

/** A terminal's data folder as it is found after a crash, or spoiled. */
export interface Folder {
  readonly dir: string
  /** Where the seam keeps what a rename has replaced until its folder is synced. */
  readonly replacedDir: string
  /** Keeps the ledger as it is, so that it can be put back. */
  keepLedger(): void
  /** The ledger is as it was when it was kept. */
  restoreLedger(): void
  /** The newest start is missing, in a file that is whole. */
  loseLastStart(): void
  /** Names that were not yet on disk are the old ones again. */
  undoRenames(): void
  /** All names are on disk. */
  keepRenames(): void
  ledger(): LedgerStart[]
  /** The stops that were written down, by their requests. */
  stopRequests(): string[]
  settings(): Pick<SettingsEnd, 'found' | 'setAside'>
  remove(): void
}

const LEDGER_PARTS = ['', '-wal', '-shm'] as const

let people: Promise<string> | null = null
/** The desk's file with its PINs, made once: they are slow to compute. */
const deskFile = (): Promise<string> =>
  (people ??= (async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'forecourt-faults-people-'))
    await setPeople(folder)
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    return path.join(folder, 'desk.db')
  })())

export async function makeFolder(): Promise<Folder> {
  const root = mkdtempSync(path.join(tmpdir(), 'forecourt-faults-'))
  const [dir, keptDir, replacedDir] = ['data', 'kept', 'replaced'].map((name) =>
    path.join(root, name),
  ) as [string, string, string]
  for (const folder of [dir, keptDir, replacedDir]) mkdirSync(folder)
  writeFileSync(path.join(dir, 'settings.json'), JSON.stringify({ guest: { reader: true } }))
  copyFileSync(await deskFile(), path.join(dir, 'desk.db'))
  const ledgerFile = path.join(dir, 'ledger.db')

  const copyLedger = (from: string, to: string): void => {
    for (const part of LEDGER_PARTS) {
      const [file, copy] = [from, to].map((folder) => path.join(folder, `ledger.db${part}`)) as [
        string,
        string,
      ]
      rmSync(copy, { force: true })
      // The index is made again from the other two.
      if (part !== '-shm' && existsSync(file)) copyFileSync(file, copy)
    }
  }

  return {
    dir,
    replacedDir,
    keepLedger: () => copyLedger(dir, keptDir),
    restoreLedger: () => copyLedger(keptDir, dir),
    loseLastStart() {
      const ledger = new DatabaseSync(ledgerFile)
      ledger.exec(
        'DELETE FROM starts WHERE created_at_ms = (SELECT max(created_at_ms) FROM starts)',
      )
      ledger.close()
    },
    undoRenames() {
      for (const name of readdirSync(replacedDir)) {
        if (name.endsWith('.draft')) continue
        const file = path.join(replacedDir, name)
        // Empty: nothing bore this name before.
        if (readFileSync(file).length === 0) rmSync(path.join(dir, name), { force: true })
        else renameSync(file, path.join(dir, name))
        rmSync(file, { force: true })
      }
    },
    keepRenames() {
      for (const name of readdirSync(replacedDir)) rmSync(path.join(replacedDir, name))
    },
    ledger: () => rowsOf(ledgerFile, 'SELECT * FROM starts ORDER BY created_at_ms').map(toStart),
    stopRequests: () =>
      rowsOf(ledgerFile, 'SELECT request_id FROM stops').map((row) => String(row['request_id'])),
    settings: () => ({
      found: readPhone(path.join(dir, 'settings.json')),
      setAside: readdirSync(dir).filter((name) => /broken/.test(name)),
    }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

type Row = Record<string, unknown>

function rowsOf(file: string, sql: string): Row[] {
  const ledger = new DatabaseSync(file, { readOnly: true })
  try {
    return ledger.prepare(sql).all()
  } finally {
    ledger.close()
  }
}

const toStart = (row: Row): LedgerStart => ({
  id: String(row['id']),
  kind: String(row['kind']),
  step: String(row['step']),
  connectorId: String(row['connector_id']),
  attemptId: row['attempt_id'] as string | null,
  transaction: row['transaction_id'] as string | null,
  chargelogId: row['chargelog_id'] as string | null,
  endedAtMs: row['ended_at_ms'] as number | null,
  cancelled: row['cancelled'] !== 0,
})

function readPhone(file: string): string | null | undefined {
  try {
    const { guest } = JSON.parse(readFileSync(file, 'utf8')) as { guest?: { deskPhone?: string } }
    return guest?.deskPhone ?? null
  } catch {
    return undefined
  }
}
