import { LatestMap } from '#common/latest-map.ts'

/**
 * Sessions whose end was learnt, and what later readings make of it. Readings come one after the
 * other: each was asked for after the one before was taken in.
 */
export interface SessionEnds {
  /** `isSure`: known by two signs, as it is neither listed nor called running by its id. */
  learnt(sessionId: string, isSure: boolean): void
  has(sessionId: string): boolean
  /** By two signs: its end was reported twice, or a later reading does not list it as running either. */
  isSure(sessionId: string): boolean
  /** A reading, by the ids of what it lists as running. Returns those that run again after all: no end is known of them any more. */
  take(running: ReadonlySet<string>): string[]
  forget(sessionId: string): void
}

/** Right after a stop a platform may repeat an older word: one reading brings nothing back. */
const READINGS_TO_RETURN = 2
const MOST_REMEMBERED = 1_000

export function createSessionEnds(): SessionEnds {
  const endings = new LatestMap<string, { running: number; isSure: boolean }>(MOST_REMEMBERED)
  return {
    learnt(sessionId, isSure) {
      if (!endings.has(sessionId)) endings.set(sessionId, { running: 0, isSure })
    },
    has: (sessionId) => endings.has(sessionId),
    isSure: (sessionId) => endings.get(sessionId)?.isSure ?? false,
    take(running) {
      const returned: string[] = []
      for (const [sessionId, ending] of endings) {
        ending.isSure = !running.has(sessionId)
        ending.running = ending.isSure ? 0 : ending.running + 1
        if (ending.running >= READINGS_TO_RETURN) returned.push(sessionId)
      }
      for (const sessionId of returned) endings.delete(sessionId)
      return returned
    },
    forget(sessionId) {
      endings.delete(sessionId)
    },
  }
}
