import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeAtomically } from '#main/core/files.ts'

const HOUR_MS = 3_600_000
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 300_000

/** Why the program was restarted: no new window helped, or an error was not caught. */
export type Cause = 'window' | 'error'

/**
 * How often the program was restarted within the hour, kept in `file`: a terminal that never comes
 * up tries for ever, but ever slower. A file that cannot be read counts as none.
 */
export interface Relaunches {
  /** All of them, or those of one cause. */
  lastHour(cause?: Cause): number
  /** Counts one more; answers how long to wait before it (ms). A full disk does not stop it. */
  next(cause: Cause): number
}

interface Relaunch {
  atMs: number
  cause: Cause
}

export function openRelaunches(file: string, nowMs: () => number): Relaunches {
  const recent = (): Relaunch[] =>
    read(file).filter(({ atMs }) => Math.abs(nowMs() - atMs) < HOUR_MS)
  return {
    lastHour: (cause) =>
      recent().filter((each) => cause === undefined || each.cause === cause).length,
    next(cause) {
      const before = recent()
      try {
        writeAtomically(file, JSON.stringify([...before, { atMs: Math.round(nowMs()), cause }]))
      } catch {
        return FIRST_PAUSE_MS
      }
      if (before.length === 0) return 0
      return Math.min(FIRST_PAUSE_MS * 2 ** before.length, LONGEST_PAUSE_MS)
    },
  }
}

/** Older versions kept nothing but the time, and knew of windows alone. */
const keptSchema = z.array(
  z.union([
    z.number().transform((atMs): Relaunch => ({ atMs, cause: 'window' })),
    z.object({ atMs: z.number(), cause: z.enum(['window', 'error']) }),
  ]),
)

function read(file: string): Relaunch[] {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}
