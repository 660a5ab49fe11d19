const DAY_MS = 86_400_000

/** A day of the calendar; months count from 0, and both may run over, as in `Date.UTC`. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** What day it is at the site. */
export function dayAt(ms: number, timeZone: string): Day {
  const wall = new Date(wallMs(ms, timeZone))
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth(), day: wall.getUTCDate() }
}

/** `2026-11-22`, as dates are delivered. */
export function isoDay({ year, month, day }: Day): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
}

/** When a day begins at the site (epoch ms); where midnight is skipped, the first moment after it. */
export function startOfDayMs({ year, month, day }: Day, timeZone: string): number {
  const midnight = Date.UTC(year, month, day)
  const from = midnight - DAY_MS
  // The zone's offset before and after: one of them, or the first moment of the day, is right.
  const offsets = [
    wallMs(from, timeZone) - from,
    wallMs(midnight + DAY_MS, timeZone) - midnight - DAY_MS,
  ]
  const candidates = offsets.map((offset) => midnight - offset)
  const exact = candidates.filter((ms) => wallMs(ms, timeZone) === midnight)
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates)
}

/** The site's wall clock, written as if it were UTC. */
function wallMs(ms: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(ms)
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value)
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
}
