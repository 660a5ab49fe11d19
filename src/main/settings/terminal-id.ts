import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Log } from '#main/core/log.ts'
import { writeAtomically } from '#main/core/files.ts'

const FILE = 'terminal-id'
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Distinguishes this terminal from all others: made at its first launch, no secret, and sent to nobody. */
export function terminalId(homeDir: string, log: Log): string {
  const file = path.join(homeDir, FILE)
  const kept = keptId(file)
  if (kept !== null) return kept
  const id = randomUUID()
  try {
    writeAtomically(file, `${id}\n`)
  } catch {
    log.warn({}, 'the id of this terminal cannot be kept')
  }
  return id
}

function keptId(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim()
    return UUID.test(text) ? text : null
  } catch {
    return null
  }
}
