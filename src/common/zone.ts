const MINUTE_MS = 60_000

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What the clocks of a zone show; `month` counts from 1. */
export interface ZoneTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The machine's time zone (IANA name): the preset of the site's. */
export function machineTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** What the clocks of `timeZone` (IANA name) show at a moment. */
export function zoneTime(atMs: number, timeZone: string): ZoneTime {
  const parts = clockOf(timeZone).formatToParts(atMs)
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value)
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
}

/** A calendar day. */
export interface ZoneDay {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day: number
  /** 0 is Sunday. */
  readonly weekday: number
}

/** The calendar day in a zone at a moment, or so many days later. */
export function zoneDay(atMs: number, timeZone: string, later = 0): ZoneDay {
  const { year, month, day } = zoneTime(atMs, timeZone)
  const date = new Date(Date.UTC(year, month - 1, day + later))
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  }
}

/** When a day begins in a zone (epoch ms). Days and months out of range run over, as in `Date.UTC`. */
export function dayStartMs(year: number, month: number, day: number, timeZone: string): number {
  return minuteMs({ year, month, day, minute: 0 }, timeZone)
}

/**
 * When a zone's clocks show a minute of a day (epoch ms): the second time where they show it twice.
 * Minutes, days and months out of range run over, as in `Date.UTC`.
 */
export function minuteMs(
  { year, month, day, minute }: { year: number; month: number; day: number; minute: number },
  timeZone: string,
): number {
  const utcMs = Date.UTC(year, month - 1, day, 0, minute)
  // The second look is for days on which the clocks are changed.
  const nearMs = utcMs - offsetMs(utcMs, timeZone)
  return utcMs - offsetMs(nearMs, timeZone)
}

/** `2026-11-23T10:00:00+01:00`: the zone's time, and how far it is ahead of UTC. */
export function isoInZone(atMs: number, timeZone: string): string {
  const aheadMs = offsetMs(atMs, timeZone)
  const local = new Date(Math.floor(atMs / 1000) * 1000 + aheadMs).toISOString().slice(0, 19)
  const minutes = Math.abs(Math.round(aheadMs / MINUTE_MS))
  const two = (value: number): string => String(value).padStart(2, '0')
  const offset = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return `${local}${aheadMs < 0 ? '-' : '+'}${offset}`
}

/** How far the zone's clocks are ahead of UTC at a moment (ms). */
function offsetMs(atMs: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = zoneTime(atMs, timeZone)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(atMs / 1000) * 1000
}

/** Formatters are dear to make. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  clocks.set(timeZone, made)
  return made
}
