import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { writeAtomically } from '#main/core/files.ts'
import { writeArchive, type ArchiveFiles } from './archive.ts'
import { databases, isPlainFile, MANIFEST, manifestOf, sha256 } from './contents.ts'

/** SQLite waits so long for a terminal that is just writing. */
const BUSY_TIMEOUT_MS = 5_000

/**
 * Writes what makes this terminal this terminal to one file: settings, PINs, ledger, desk. The terminal
 * may be running: each database is copied as it stands between two of its writes. Answers what the
 * person who asked should know. Throws where there is nothing, and what the disk throws.
 */
export async function backUp(
  homeDir: string,
  file: string,
  program: { version: string; nowMs: number },
): Promise<string> {
  const files = new Map([...plainFilesOf(homeDir), ...databasesOf(homeDir)])
  if (files.size === 0) throw new Error(`There is no terminal in ${homeDir}.`)
  const isSealed = existsSync(path.join(homeDir, 'vault.json'))
  const manifest = manifestOf({
    ...{ version: program.version, createdAtMs: program.nowMs, isSealed },
    files: Object.fromEntries([...files].map(([name, content]) => [name, sha256(content)])),
  })
  const all: ArchiveFiles = new Map([
    [MANIFEST, Buffer.from(JSON.stringify(manifest, null, 2))],
    ...files,
  ])
  const archive = await writeArchive(all, program.nowMs)
  writeAtomically(file, archive)
  return [
    `${file} holds ${String(files.size)} files of the terminal in ${homeDir} (${kilobytes(archive)} kB).`,
    'Settings and PINs are in it: keep it where only you can read it.',
    ...(isSealed
      ? ["The platform's key and sign-in are not: this machine alone can open them."]
      : []),
  ].join('\n')
}

const kilobytes = ({ byteLength }: Buffer): string => String(Math.ceil(byteLength / 1000))

function plainFilesOf(homeDir: string): [string, Buffer][] {
  return ['', 'branding'].flatMap((folder) =>
    namesIn(path.join(homeDir, folder))
      .map((name) => path.posix.join(folder, name))
      .filter(isPlainFile)
      .map((name): [string, Buffer] => [name, readFileSync(path.join(homeDir, name))]),
  )
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

/** Copied beside the originals: no other folder is known to be this user's alone. */
function databasesOf(homeDir: string): [string, Buffer][] {
  const there = databases.filter((name) => existsSync(path.join(homeDir, name)))
  if (there.length === 0) return []
  const scratch = mkdtempSync(path.join(homeDir, 'backup-'))
  try {
    return there.map((name) => {
      const copy = path.join(scratch, name)
      copyDatabase(path.join(homeDir, name), copy)
      return [name, readFileSync(copy)]
    })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** With all that its log holds, and nothing of a write that is under way. */
function copyDatabase(from: string, to: string): void {
  const database = new DatabaseSync(from, { timeout: BUSY_TIMEOUT_MS })
  try {
    database.prepare('VACUUM INTO ?').run(to)
  } finally {
    database.close()
  }
}
