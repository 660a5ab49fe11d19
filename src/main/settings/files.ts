import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/** Writes a file so that after a power cut either the old or the new content is there, whole. */
export function writeAtomically(file: string, content: string | Uint8Array, mode = 0o644): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.new`
  const handle = openSync(draft, 'w', mode)
  try {
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
}
