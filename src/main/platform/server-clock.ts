import type { Clock } from '#common/clock.ts'
import { httpDateMs } from './retry-after.ts'

/** The platform's clock, as the `Date` headers of its answers show it. */
export interface ServerClock {
  /** Its time minus this clock's, by the last header that was measured (ms); 0 before the first. */
  readonly skewMs: number
  /** Epoch ms; null before the first header. */
  nowMs(): number | null
  /** An answer came: `date` is its header, `sentMs` when it was asked for, `longestMs` the time limit. */
  measure(date: string | null, sentMs: number, longestMs: number): void
}

export function createServerClock(clock: Pick<Clock, 'now'>): ServerClock {
  let skewMs = 0
  let isDated = false
  return {
    get skewMs() {
      return skewMs
    },
    nowMs: () => (isDated ? clock.now() + skewMs : null),
    measure(date, sentMs, longestMs) {
      const serverMs = httpDateMs(date)
      const tookMs = clock.now() - sentMs
      // Longer, or less than nothing: the clock jumped meanwhile, and its middle says nothing.
      if (serverMs === null || tookMs < 0 || tookMs > longestMs) return
      // The header names a whole second: its middle is the best guess.
      skewMs = serverMs + 500 - (sentMs + tookMs / 2)
      isDated = true
    },
  }
}
