import type { AdjustableClock } from '#common/clock.ts'
import { zoneTime } from '#common/zone.ts'

const LOOK_EVERY_MS = 60_000
const DAY_MINUTES = 1_440
/** How long after its time a refresh is still tried, once nobody is there. */
const WINDOW_MINUTES = 180
/** Longer than the window, shorter than a night's distance to the next one. */
const ONCE_WITHIN_MS = 6 * 3_600_000

/**
 * Refreshes once a night, and only while nobody uses the terminal: guests go first, and the
 * refresh waits up to three hours. A terminal that was started that night is fresh. Returns the end of it.
 */
export function planRefresh(deps: {
  /** It follows the machine's time: nights are those of the wall clock. */
  clock: AdjustableClock
  /** `HH:MM` in the site's time zone; null: never. */
  at: () => string | null
  timeZone: () => string
  isFree: () => boolean
  refresh: () => void
}): () => void {
  const { clock } = deps
  let lastMs = clock.now()
  let cancel = (): void => undefined
  const look = (): void => {
    clock.followMachine()
    const at = deps.at()
    // A clock that was set back must not put the next one off for ever.
    const isDone = Math.abs(clock.now() - lastMs) < ONCE_WITHIN_MS
    if (at !== null && !isDone && isWithin(at, clock.now(), deps.timeZone()) && deps.isFree()) {
      lastMs = clock.now()
      deps.refresh()
    }
    cancel = clock.setTimer(LOOK_EVERY_MS, look)
  }
  look()
  return () => {
    cancel()
  }
}

function isWithin(at: string, nowMs: number, timeZone: string): boolean {
  const { hour, minute } = zoneTime(nowMs, timeZone)
  const [atHour = 0, atMinute = 0] = at.split(':').map(Number)
  const sinceMinutes = hour * 60 + minute - (atHour * 60 + atMinute)
  return (sinceMinutes + DAY_MINUTES) % DAY_MINUTES < WINDOW_MINUTES
}
