import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openLedger } from '#main/charging/ledger/ledger.ts'
import { noteLostLedger, START_HOLD_MS } from '#main/charging/ledger/lost-ledger.ts'
import { FOLDER_MODE, makeFolder, writeAtomically } from '#main/core/files.ts'
import { openDeskFile } from '#main/desk/desk-file.ts'
import { readArchive, type ArchiveFiles } from './archive.ts'
import { databases, MANIFEST, manifestSchema, sha256, type Manifest } from './contents.ts'

const MINUTE_MS = 60_000

/**
 * Puts what a backup holds into the data folder. No terminal may run there. Nothing is lost: what lay
 * in its place goes to a folder beside it. All is read and opened before anything is moved, so that a
 * backup that is damaged or of a newer version changes nothing. Answers what the person should know.
 */
export async function restore(homeDir: string, file: string, nowMs: number): Promise<string> {
  const { manifest, files } = await readBackup(file)
  makeFolder(homeDir)
  const staged = mkdtempSync(path.join(homeDir, 'restore-'))
  try {
    for (const [name, content] of files) writeAtomically(path.join(staged, name), content)
    openStaged(staged, nowMs)
    const aside = path.join(homeDir, `replaced-${String(Math.round(nowMs))}`)
    const wasThere = setAside(homeDir, aside, [...files.keys()])
    for (const name of files.keys()) move(path.join(staged, name), path.join(homeDir, name))
    return wordsOf(homeDir, manifest, wasThere ? aside : null)
  } finally {
    rmSync(staged, { recursive: true, force: true })
  }
}

async function readBackup(file: string): Promise<{ manifest: Manifest; files: ArchiveFiles }> {
  const archive = await readArchive(readFileSync(file)).catch(() => null)
  const text = archive?.get(MANIFEST)?.toString('utf8') ?? ''
  const manifest = manifestOf(text)
  if (archive === null || manifest === null) throw new Error(`${file} is no backup of a terminal.`)
  const files = new Map<string, Buffer>()
  for (const [name, hash] of Object.entries(manifest.files)) {
    const content = archive.get(name)
    if (content === undefined || sha256(content) !== hash)
      throw new Error(`${file} is damaged: ${name} is not what was written.`)
    files.set(name, content)
  }
  return { manifest, files }
}

function manifestOf(text: string): Manifest | null {
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Throws for a database that this version cannot read. */
function openStaged(staged: string, nowMs: number): void {
  const refuse = (name: string) => (): never => {
    throw new Error(`The backup is damaged: its ${name} cannot be read.`)
  }
  const ledgerFile = path.join(staged, 'ledger.db')
  if (existsSync(ledgerFile)) {
    const ledger = openLedger(ledgerFile, refuse('ledger.db'))
    // Since the backup, starts may have been sent that it does not know.
    noteLostLedger(ledger.guests, nowMs)
    ledger.close()
  }
  const deskFile = path.join(staged, 'desk.db')
  if (existsSync(deskFile)) openDeskFile(deskFile, refuse('desk.db')).close()
}

/** What the backup's files take the place of, and the logs of databases. Answers whether there was any. */
function setAside(homeDir: string, aside: string, names: readonly string[]): boolean {
  const logs = databases
    .filter((name) => names.includes(name))
    .flatMap((name) => [`${name}-wal`, `${name}-shm`])
  const there = [...names, ...logs].filter((name) => existsSync(path.join(homeDir, name)))
  for (const name of there) move(path.join(homeDir, name), path.join(aside, name))
  return there.length > 0
}

function move(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true, mode: FOLDER_MODE })
  renameSync(from, to)
}

function wordsOf(homeDir: string, manifest: Manifest, aside: string | null): string {
  const { files, createdAtMs, version, isSealed } = manifest
  const count = String(Object.keys(files).length)
  const made = new Date(createdAtMs).toISOString()
  const minutes = String(Math.ceil(START_HOLD_MS / MINUTE_MS))
  return [
    `${count} files are restored in ${homeDir}, as they were at ${made} (version ${version}).`,
    ...(aside === null ? [] : [`What lay in their place is in ${aside}.`]),
    ...('ledger.db' in files
      ? [`For ${minutes} minutes nothing new is started: starts since then may still begin.`]
      : []),
    ...(isSealed
      ? ["The platform's key and sign-in were sealed by the old machine: give them again."]
      : []),
  ].join('\n')
}
