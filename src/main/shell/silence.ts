/** What could run between two probes of the watchdog. */
export interface Meanwhile {
  /** So late main itself was with the second probe (ms). */
  lateMs: number
  /** Processor time that the window's process had (ms); null: nobody can tell. */
  ranMs: number | null
  /** Processor time that nobody wanted (ms), of all processors together. */
  freeMs: number
  /** The page answered, without a word on it: true even where its process hardly ran. */
  isBlank: boolean
}

/** What has been since the last sign of life. */
export interface Silence {
  /** Probes that were not answered. */
  probes: number
  /** Processor time that the window had (ms). */
  ranMs: number
  /** Time in which it ran or could have run (ms). */
  chanceMs: number
}

export interface WindowState {
  /** The page has not loaded yet, or a new one has never been well. */
  isLoading: boolean
  /** So many times as long as usual: grows with each window that was replaced for its silence. */
  patience: number
}

/** Starved: it does not answer, and nothing says that it could. */
export type Verdict = 'well' | 'starved' | 'hung'

export const PROBE_EVERY_MS = 600
export const NO_SILENCE: Silence = { probes: 0, ranMs: 0, chanceMs: 0 }

/** A probe that main itself was late with says less about the window. */
const LATE_MS = 300

interface Limits {
  probes: number
  chanceMs: number
  /** So many unanswered probes are a hang on any machine. */
  lastProbes: number
}
/** Found after 2.4 to 3 s where processors are free, which leaves the rest of five to the new window. */
const SHOWN: Limits = { probes: 4, chanceMs: 1_500, lastProbes: 100 }
/** 18 s where processors are free, and five minutes at most. */
const LOADING: Limits = { probes: 30, chanceMs: 12_000, lastProbes: 500 }
/** What had its time and used it is no matter of patience: a loop is found within 5 s each time. */
const MOST_FOR_A_LOOP = 1.5

/** One more probe without an answer. Main that was late itself may not have read it. */
export function longer(silence: Silence, { lateMs, ranMs, freeMs, isBlank }: Meanwhile): Silence {
  const isLate = lateMs > LATE_MS
  const had = isBlank ? PROBE_EVERY_MS : Math.min(PROBE_EVERY_MS, ranMs ?? 0)
  const could = isLate ? had : Math.min(PROBE_EVERY_MS, had + freeMs)
  return {
    probes: silence.probes + (isLate ? 0.5 : 1),
    ranMs: silence.ranMs + had,
    chanceMs: silence.chanceMs + could,
  }
}

/**
 * A window hangs that had time and does not answer: it ran, or a processor was free for it. One
 * that had none waits for the machine, as everybody does, until that has taken too long.
 */
export function judge(silence: Silence, { isLoading, patience }: WindowState): Verdict {
  const { probes, ranMs, chanceMs } = silence
  const limits = isLoading ? LOADING : SHOWN
  const passes = (timeMs: number, times: number): boolean =>
    probes >= limits.probes * times && timeMs >= limits.chanceMs * times
  const loops = passes(ranMs, isLoading ? patience : Math.min(patience, MOST_FOR_A_LOOP))
  const rests = passes(chanceMs, patience)
  if (loops || rests || probes >= limits.lastProbes * patience) return 'hung'
  return probes >= limits.probes * patience ? 'starved' : 'well'
}
