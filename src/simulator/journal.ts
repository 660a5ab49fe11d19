import type { Clock } from '#common/clock.ts'

/** Something that happened: a mutation that reached the platform, or a station's doing. */
export interface JournalEntry {
  atMs: number
  kind: 'mutation' | 'station'
  /** The mutation's root field, or `plugged`, `unplugged`, `started`, `stopped`. */
  event: string
  /** Arguments that are no secret, and ids of what it concerned. */
  facts: Record<string, string | number | boolean | null>
  /** `ok`, an error code, or the status that was answered. */
  outcome: string
}

export interface Journal {
  readonly entries: readonly JournalEntry[]
  write(entry: Omit<JournalEntry, 'atMs'>): void
}

/** So many entries are kept, so that a demo can run for months. */
const CAPACITY = 5_000

export function createJournal(clock: Clock): Journal {
  const entries: JournalEntry[] = []
  return {
    entries,
    write(entry) {
      entries.push({ atMs: clock.now(), ...entry })
      if (entries.length > CAPACITY) entries.splice(0, entries.length - CAPACITY)
    },
  }
}
