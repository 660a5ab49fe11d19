import { platformTimeMs } from '#common/platform-time.ts'

/** Opening and charging hours as the platform delivers them (reference: OpeningTimes, L5568). */
export interface RegularHours {
  /** 0 is Sunday (L6028); 7 is taken for it too. */
  readonly weekday?: number | null
  readonly operatingHours?: { readonly begin?: string | null; readonly end?: string | null } | null
}

export interface Exception {
  /** ISO dates; null where it has no such end. */
  readonly begin?: string | null
  readonly end?: string | null
}

export interface OpeningTimes {
  readonly regularHours?: readonly (RegularHours | null)[] | null
  readonly exceptionalOpenings?: readonly (Exception | null)[] | null
  readonly exceptionalClosings?: readonly (Exception | null)[] | null
}

/** Minutes of a day, 0 to 1440; `to` at or before `from` is on the next day. */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface DayHours {
  /** 0 is Sunday. */
  readonly weekday: number
  readonly ranges: readonly Range[]
}

const DAY_MINUTES = 1440
/** Monday first, as weeks are read here. */
const WEEK = [1, 2, 3, 4, 5, 6, 0]

/** Reads `hh:mm:ss` and `hh/mm/ss` (the reference has both, L5597 and L5600), also without seconds. */
export function minutesOf(time: string | null | undefined): number | null {
  const match = /^(\d{1,2})[:/.](\d{2})(?:[:/.](\d{2}))?$/.exec(time?.trim() ?? '')
  if (!match) return null
  const [, hours, minutes, seconds = '0'] = match
  const all = Number(hours) * 60 + Number(minutes)
  if (Number(minutes) > 59 || all > DAY_MINUTES) return null
  // 23:59:59 is how a day's end is written where 24:00 is not allowed.
  return all === DAY_MINUTES - 1 && Number(seconds) === 59 ? DAY_MINUTES : all
}

/** A week from Monday on; null where the platform delivers no hours that can be read. */
export function weekOf(
  hours: readonly (RegularHours | null)[] | null | undefined,
): DayHours[] | null {
  const known = (hours ?? []).flatMap((one) => {
    const from = minutesOf(one?.operatingHours?.begin)
    const to = minutesOf(one?.operatingHours?.end)
    const weekday = one?.weekday
    if (from === null || to === null || weekday === null || weekday === undefined) return []
    return weekday >= 0 && weekday <= 7 ? [{ weekday: weekday % 7, from, to }] : []
  })
  if (known.length === 0) return null
  return WEEK.map((weekday) => ({
    weekday,
    ranges: known
      .filter((one) => one.weekday === weekday)
      .map(({ from, to }) => ({ from, to }))
      .sort((one, other) => one.from - other.from),
  }))
}

/** Whether these hours are the whole day. */
export function isAllDay({ from, to }: Range): boolean {
  return from === 0 && (to === DAY_MINUTES || to === 0)
}

/** `06:00`, as every language of ours writes it. */
export function clockOf(minutes: number): string {
  const hour = Math.floor(minutes / 60)
  return `${String(hour).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** The weekday (0 is Sunday) and the minute of the day in a time zone. */
export function localOf(ms: number, timeZone: string): { weekday: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(ms)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(part('weekday'))
  return { weekday, minute: Number(part('hour')) * 60 + Number(part('minute')) }
}

/**
 * Whether it is open at a time, in the site's zone. An exceptional closing wins over an exceptional
 * opening, both over the regular hours. Null where nothing is known.
 */
export function isOpen(times: OpeningTimes, ms: number, timeZone: string): boolean | null {
  if ((times.exceptionalClosings ?? []).some((one) => isWithin(one, ms))) return false
  if ((times.exceptionalOpenings ?? []).some((one) => isWithin(one, ms))) return true
  const week = weekOf(times.regularHours)
  if (!week) return null
  const { weekday, minute } = localOf(ms, timeZone)
  const rangesOf = (day: number): readonly Range[] =>
    week.find((one) => one.weekday === day)?.ranges ?? []
  const today = rangesOf(weekday).some(({ from, to }) =>
    to > from ? minute >= from && minute < to : minute >= from,
  )
  const sinceYesterday = rangesOf((weekday + 6) % 7).some(
    ({ from, to }) => to <= from && minute < to,
  )
  return today || sinceYesterday
}

function isWithin(exception: Exception | null, ms: number): boolean {
  const { fromMs, toMs } = spanOf(exception)
  if (fromMs === null && toMs === null) return false
  return ms >= (fromMs ?? -Infinity) && ms < (toMs ?? Infinity)
}

/** An exception's ends (epoch ms); null where it has none that can be read. */
export function spanOf(exception: Exception | null): {
  fromMs: number | null
  toMs: number | null
} {
  return { fromMs: platformTimeMs(exception?.begin), toMs: platformTimeMs(exception?.end) }
}
