import { dayStartMs, zoneTime } from '#common/zone.ts'

export const frameNames = ['all', 'today', 'week', 'days30', 'month', 'lastMonth', 'own'] as const
export type FrameName = (typeof frameNames)[number]

/** Epoch ms; `untilMs` is the last moment that counts, null where the frame has no end on that side. */
export interface Frame {
  readonly fromMs: number | null
  readonly untilMs: number | null
}

/** Dates as date fields give them: `2026-11-23`, or empty. */
export interface OwnFrame {
  readonly from: string
  readonly until: string
}

/** Whole days of the site's zone, the present one with them. */
export function frameOf(name: FrameName, own: OwnFrame, nowMs: number, timeZone: string): Frame {
  const { year, month, day } = zoneTime(nowMs, timeZone)
  const start = (y: number, m: number, d: number): number => dayStartMs(y, m, d, timeZone)
  const since = (days: number): Frame => ({ fromMs: start(year, month, day - days), untilMs: null })
  const lastMonth = { fromMs: start(year, month - 1, 1), untilMs: start(year, month, 1) - 1 }
  const frames: Readonly<Record<FrameName, () => Frame>> = {
    all: () => ({ fromMs: null, untilMs: null }),
    today: () => since(0),
    week: () => since(6),
    days30: () => since(29),
    month: () => ({ fromMs: start(year, month, 1), untilMs: null }),
    lastMonth: () => lastMonth,
    own: () => ownFrame(own, start),
  }
  return frames[name]()
}

function ownFrame({ from, until }: OwnFrame, start: (...date: Ymd) => number): Frame {
  const first = ymdOf(from)
  const last = ymdOf(until)
  return {
    fromMs: first && start(...first),
    untilMs: last && start(last[0], last[1], last[2] + 1) - 1,
  }
}

type Ymd = [year: number, month: number, day: number]

function ymdOf(date: string): Ymd | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? []
  return year && month && day ? [Number(year), Number(month), Number(day)] : null
}

/** By the first three letters, in both languages of the desk. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'jän'],
  ['feb'],
  ['mar', 'mär', 'mrz'],
  ['apr'],
  ['may', 'mai'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez'],
]
const monthOf = (word: string): string =>
  String(MONTHS.findIndex((names) => names.includes(word.slice(0, 3).toLowerCase())) + 1)

/** `29 Nov`, `29. November 2026`, `Nov 29` as `29.11.2026`; any other text as it is. */
function inDigits(text: string): string {
  const first = /^(\d{1,2})\.?\s*(\p{L}{3,9})\.?(?:,?\s+(\d{4}))?$/u.exec(text)
  const second = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$/u.exec(text)
  const [day, word, year = ''] = first ? first.slice(1) : [second?.[2], second?.[1], second?.[3]]
  return day && word ? `${day}.${monthOf(word)}.${year}` : text
}

/**
 * The day that a text names, as date fields have it: `29.11.`, `29.11.2026`, `29/11/2026`, `2026-11-29`, `29 Nov`;
 * without a year the last one that has begun. Null for any other text.
 */
export function dateIn(text: string, nowMs: number, timeZone: string): string | null {
  const iso = /^\d{4}-\d\d-\d\d$/.exec(text)
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./]?(\d{4})?$/.exec(inDigits(text)) ?? []
  if (iso) return isDay(text) ? text : null
  if (!day || !month) return null
  const today = isoOf(zoneTime(nowMs, timeZone))
  const thisYear = Number(today.slice(0, 4))
  const of = (inYear: number): string =>
    isoOf({ year: inYear, month: Number(month), day: Number(day) })
  const date = year ? of(Number(year)) : of(of(thisYear) <= today ? thisYear : thisYear - 1)
  return isDay(date) ? date : null
}

const isoOf = ({ year, month, day }: { year: number; month: number; day: number }): string =>
  `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

function isDay(iso: string): boolean {
  const ms = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(iso)
}
