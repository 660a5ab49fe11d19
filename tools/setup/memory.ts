import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'

interface Memory {
  /** The version of Electron whose download failed. */
  electronFailed: string | null
  /** Path, size and time of the binary whose libraries were all found. */
  electronRuns: string | null
}

const file = path.join(projectRoot, '.forecourt', 'setup.json')

/** What earlier set-ups learnt about this machine. */
export function readMemory(): Memory {
  const nothing = { electronFailed: null, electronRuns: null }
  try {
    return { ...nothing, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<Memory>) }
  } catch {
    return nothing
  }
}

export function writeMemory(change: Partial<Memory>): void {
  const text = JSON.stringify({ ...readMemory(), ...change })
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}
