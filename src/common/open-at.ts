import type { Hours, Range, Span } from './opening-hours.ts'
import { minuteMs, zoneDay, type ZoneDay } from './zone.ts'

/** Whether it is open, and when that changes next (epoch ms); null where nobody knows or it never does. */
export interface OpenState {
  readonly isOpen: boolean
  readonly changesAtMs: number | null
}

const DAYS_AHEAD = 8

/**
 * What holds at a moment by several kinds of hours, as a site's and its charging's: it is open while
 * none of them is closed. Null where nothing is known of that moment.
 *
 * @param timeZone IANA name: the site's
 */
export function openAt(kinds: readonly Hours[], atMs: number, timeZone: string): OpenState | null {
  const stateAt = (ms: number): boolean | null => {
    const states = kinds.map((hours) => isOpenBy(hours, ms, timeZone))
    if (states.includes(false)) return false
    return states.includes(true) ? true : null
  }
  const isOpen = stateAt(atMs)
  if (isOpen === null) return null
  const next = turnsAfter(kinds, atMs, timeZone).find((ms) => stateAt(ms) !== isOpen)
  const isKnown = next !== undefined && stateAt(next) !== null
  return { isOpen, changesAtMs: isKnown ? next : null }
}

/** An exceptional closing wins over an exceptional opening, both over the regular hours. */
function isOpenBy(
  { days, openings, closings }: Hours,
  ms: number,
  timeZone: string,
): boolean | null {
  if (closings.some((span) => isWithin(span, ms))) return false
  if (openings.some((span) => isWithin(span, ms))) return true
  const [yesterday, today] = [-1, 0].map((later) => zoneDay(ms, timeZone, later))
  const known = [yesterday, today].flatMap((day) => (day ? spansOf(days, day, timeZone) : []))
  if (known.some((span) => isWithin(span, ms))) return true
  return days.some(({ weekday }) => weekday === today?.weekday) ? false : null
}

/** Every later moment at which the hours may turn, in order. */
function turnsAfter(kinds: readonly Hours[], atMs: number, timeZone: string): number[] {
  const exceptions = kinds.flatMap(({ openings, closings }) => [...openings, ...closings])
  const ends = exceptions.flatMap(endsOf).filter((ms) => ms > atMs)
  const looked = [atMs, ...ends].flatMap((ms) =>
    Array.from({ length: DAYS_AHEAD + 1 }, (_, index) => zoneDay(ms, timeZone, index - 1)),
  )
  const regular = looked.flatMap((day) => [
    minuteMs({ ...day, minute: 0 }, timeZone),
    ...kinds.flatMap(({ days }) => spansOf(days, day, timeZone).flatMap(endsOf)),
  ])
  return [...new Set([...ends, ...regular])].filter((ms) => ms > atMs).sort((a, b) => a - b)
}

const endsOf = ({ fromMs, toMs }: Span): number[] => [fromMs, toMs].filter((ms) => ms !== null)

/** When it is open by the regular hours of a day; those may end on the next. */
function spansOf(days: Hours['days'], day: ZoneDay, timeZone: string): Span[] {
  const ranges = days.filter(({ weekday }) => weekday === day.weekday).flatMap((one) => one.ranges)
  const at = (minute: number): number => minuteMs({ ...day, minute }, timeZone)
  return ranges.map(({ from, to }: Range) => ({
    fromMs: at(from),
    toMs: at(to > from ? to : to + 1440),
  }))
}

const isWithin = ({ fromMs, toMs }: Span, ms: number): boolean =>
  ms >= (fromMs ?? -Infinity) && ms < (toMs ?? Infinity)
