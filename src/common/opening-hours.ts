import { platformTimeMs } from './platform-time.ts'

/** Opening and charging hours as the platform delivers them (reference: OpeningTimes, L5568). */
export interface RegularHours {
  /** 0 is Sunday (L6028); 7 is taken for it too. */
  readonly weekday?: number | null
  readonly operatingHours?: { readonly begin?: string | null; readonly end?: string | null } | null
}

interface Exception {
  /** ISO dates; null where it has no such end. */
  readonly begin?: string | null
  readonly end?: string | null
}

export interface OpeningTimes {
  /** The operator's own words. */
  readonly description?: string | null
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

/** From and until when (epoch ms); null: it has no such end. */
export interface Span {
  readonly fromMs: number | null
  readonly toMs: number | null
}

/** Hours that can be reckoned with. */
export interface Hours {
  /** The days that something is known of; one without ranges is closed. */
  readonly days: readonly DayHours[]
  readonly openings: readonly Span[]
  readonly closings: readonly Span[]
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

/**
 * What may be claimed of delivered hours; null for nothing. Where the operator's own text and the
 * table contradict, the text counts, and nothing is claimed; days that the table leaves out are
 * closed only where no text may say more.
 */
export function hoursFrom(times: OpeningTimes | null | undefined): Hours | null {
  if (!times) return null
  const text = times.description?.trim() ?? ''
  const week = weekOf(times.regularHours) ?? []
  const claimed = text === '' ? week : week.filter(({ ranges }) => ranges.length > 0)
  const spans = (all: OpeningTimes['exceptionalOpenings']): Span[] =>
    (all ?? []).map(spanOf).filter(({ fromMs, toMs }) => fromMs !== null || toMs !== null)
  const hours = {
    days: claimed.some(({ ranges }) => isDenied(text, ranges)) ? [] : claimed,
    openings: spans(times.exceptionalOpenings),
    closings: spans(times.exceptionalClosings),
  }
  return Object.values(hours).some(({ length }) => length > 0) ? hours : null
}

const ALWAYS =
  /24\s*[/x]\s*7|24\s*(?:h\b|hours|stunden|std)|around the clock|day and night|rund um die uhr|tag und nacht/i
const TIME = /\d{1,2}\s*(?:[:.]\s*\d{2}|h\b|uhr|[ap]\.?m)/i

/** Whether a text names hours, and not these. */
function isDenied(text: string, ranges: readonly Range[]): boolean {
  if (ALWAYS.test(text)) return !ranges.every(isAllDay)
  if (!TIME.test(text)) return false
  const named = minutesIn(text)
  return ranges.some(({ from, to }) =>
    [from, to].some((minute) => minute % DAY_MINUTES !== 0 && !named.has(minute)),
  )
}

/** Every minute of a day that a number in a text may stand for. */
function minutesIn(text: string): ReadonlySet<number> {
  const found = text.matchAll(/(\d{1,2})(?:[:.h](\d{2}))?(?:\s*([ap])\.?m)?/gi)
  return new Set(
    [...found].map(([, hour, minute = '0', half]) => {
      const hours = half === undefined ? Number(hour) : Number(hour) % 12
      return (hours + (half?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(minute)
    }),
  )
}

/** An exception's ends; null where it has none that can be read. */
function spanOf(exception: Exception | null): Span {
  return { fromMs: platformTimeMs(exception?.begin), toMs: platformTimeMs(exception?.end) }
}
