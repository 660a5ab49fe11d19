import { readFileSync } from 'node:fs'
import { writeAtomically } from '#main/core/files.ts'

const HOUR_MS = 3_600_000
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 300_000

/**
 * How often the program was restarted within the hour, kept in `file`: a terminal that never comes
 * up tries for ever, but ever slower. A file that cannot be read counts as none.
 */
export interface Relaunches {
  lastHour(): number
  /** Counts one more; answers how long to wait before it (ms). A full disk does not stop it. */
  next(): number
}

export function openRelaunches(file: string, nowMs: () => number): Relaunches {
  const recent = (): number[] => read(file).filter((atMs) => Math.abs(nowMs() - atMs) < HOUR_MS)
  return {
    lastHour: () => recent().length,
    next() {
      const before = recent()
      try {
        writeAtomically(file, JSON.stringify([...before, Math.round(nowMs())]))
      } catch {
        return FIRST_PAUSE_MS
      }
      if (before.length === 0) return 0
      return Math.min(FIRST_PAUSE_MS * 2 ** before.length, LONGEST_PAUSE_MS)
    },
  }
}

function read(file: string): number[] {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'number') : []
  } catch {
    return []
  }
}
