import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/** Of this user alone, as is everything in the data folder. Windows keeps its own rights. */
export const FILE_MODE = 0o600
export const FOLDER_MODE = 0o700

/** Makes the folder, and those that it lies in, where there is none. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE })
}

/**
 * Writes a file so that after a power cut either the old or the new content is there, whole. Nobody
 * but this user can read it.
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  const folder = path.dirname(file)
  makeFolder(folder)
  const draft = `${file}.new`
  const handle = openSync(draft, 'w', FILE_MODE)
  try {
    // One that a power cut left may have been open to others.
    fchmodSync(handle, FILE_MODE)
    // A full disk may take a part of it only: `writeFileSync` writes all or throws.
    writeFileSync(handle, content)
    fsyncSync(handle)
  } catch (error) {
    closeSync(handle)
    rmSync(draft, { force: true })
    throw error
  }
  closeSync(handle)
  renameSync(draft, file)
  syncFolder(folder)
}

/** Names in the folder are on disk when it returns: a file that was renamed has its old one until then. */
export function syncFolder(folder: string): void {
  // Windows opens no folder, and keeps names by itself.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    if (!isUnsupported(error)) throw error
  } finally {
    closeSync(handle)
  }
}

/** Some file systems of the network sync no folder. */
const isUnsupported = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EINVAL', 'ENOTSUP'].includes(String(error.code))
