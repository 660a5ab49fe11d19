import type { Clock } from '#common/clock.ts'
import { lateAfterMs } from '#main/site/pace.ts'
import type { SiteReading } from '#main/site/reading.ts'
import { reportedState } from '#main/site/state.ts'
import { isSilentState } from './closings.ts'

/** Which connectors can be heard again, reading by reading. */
export interface HeardAgain {
  /** Before the first refresh nobody knows what goes on. */
  hasReading(): boolean
  /** Returns those of which the station, or the platform, is back since the reading before. */
  take(reading: Pick<SiteReading, 'atMs' | 'connectors'>): ReadonlySet<string>
}

export function createHeardAgain(clock: Pick<Clock, 'speed'>): HeardAgain {
  const silent = new Set<string>()
  let takenAtMs: number | null = null
  return {
    hasReading: () => takenAtMs !== null,
    take({ atMs, connectors }) {
      const wasAway = takenAtMs !== null && atMs - takenAtMs > lateAfterMs(clock)
      takenAtMs = atMs
      const back = new Set<string>()
      for (const connector of connectors) {
        if (isSilentState(reportedState(connector))) silent.add(connector.id)
        else if (silent.delete(connector.id) || wasAway) back.add(connector.id)
      }
      return back
    },
  }
}
