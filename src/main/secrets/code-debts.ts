import type { Clock } from '#common/clock.ts'
import type { CodeTries, TriesStore } from '#main/storage/tries.ts'

/** The time that is owed for wrong codes, by subject: it passes, and is kept over restarts. */
export interface CodeDebts {
  subjects(): string[]
  /** Those of them that owe nothing any more. */
  paid(): string[]
  /** What was owed at the last wrong code; 0 ms where there was none. */
  of(subject: string): CodeTries
  /** Ms that are still owed. */
  leftMs(subject: string): number
  /** A wrong code was given now. */
  owe(subject: string, ms: number): void
  /** Makes good what was owed; the last wrong code stays the last. */
  remit(subject: string, ms: number): void
  forget(subject: string): void
}

export function createCodeDebts(store: TriesStore, clock: Pick<Clock, 'now'>): CodeDebts {
  const known = new Map<string, CodeTries>()
  for (const tries of store.tries()) known.set(tries.subject, tries)

  /** A clock that was set back must not lock anybody out for longer, and gives no tries back. */
  const of = (subject: string): CodeTries => {
    const tries = known.get(subject) ?? { subject, owedMs: 0, lastAtMs: 0 }
    const nowMs = Math.round(clock.now())
    if (tries.lastAtMs <= nowMs) return tries
    const clamped = { ...tries, lastAtMs: nowMs }
    known.set(subject, clamped)
    return clamped
  }
  const leftMs = (subject: string): number => {
    const { owedMs, lastAtMs } = of(subject)
    return Math.max(0, owedMs - (clock.now() - lastAtMs))
  }
  const keep = (tries: CodeTries): void => {
    known.set(tries.subject, tries)
    store.saveTries(tries)
  }

  return {
    subjects: () => [...known.keys()],
    paid: () => [...known.keys()].filter((subject) => leftMs(subject) === 0),
    of,
    leftMs,
    owe(subject, ms) {
      const owedMs = Math.round(leftMs(subject) + ms)
      keep({ subject, owedMs, lastAtMs: Math.round(clock.now()) })
    },
    remit(subject, ms) {
      const { lastAtMs, owedMs } = of(subject)
      keep({ subject, lastAtMs, owedMs: Math.max(0, owedMs - ms) })
    },
    forget(subject) {
      if (known.delete(subject)) store.forgetTries(subject)
    },
  }
}
