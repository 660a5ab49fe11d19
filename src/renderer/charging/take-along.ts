/** What a guest takes along on the phone: content alone, which needs no server. */
export interface TakeAlong {
  /** What to do, such as `Unplug your car`. */
  readonly title: string
  /** Where: the site's name and the plug's number. */
  readonly place: string
  /** What to know then: the stop code and the time of the start. */
  readonly note: string
  /** When to be reminded (epoch ms); null: only what to know is taken along. */
  readonly atMs: number | null
}

/** Phones read no more than this without effort (bytes). */
const MOST_BYTES = 300

/**
 * A calendar entry with its alarm (iCalendar, RFC 5545), which phones' cameras offer to keep; without a
 * time plain text. Its time is UTC, which every phone puts on its own clock.
 */
export function takeAlongText({ title, place, note, atMs }: TakeAlong): string {
  if (atMs === null) return `${note}\n${place}`
  const at = stamp(atMs)
  const entry = (where: string): string =>
    [
      'BEGIN:VEVENT',
      `SUMMARY:${escaped(title)}`,
      `LOCATION:${escaped(where)}`,
      `DTSTART:${at}`,
      `DTEND:${at}`,
      `DESCRIPTION:${escaped(note)}`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:PT0M',
      'END:VALARM',
      'END:VEVENT',
    ].join('\n')
  let where = place
  while (bytes(entry(where)) > MOST_BYTES && where !== '') where = where.slice(0, -1).trimEnd()
  return entry(where)
}

const bytes = (text: string): number => new TextEncoder().encode(text).length

/** `20261122T133200Z` */
const stamp = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, '')

/** A text value of RFC 5545 (3.3.11). */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\s*\n\s*/g, String.raw`\n`)

const MINUTE_MS = 60_000
const BEFORE_FEE_MS = 10 * MINUTE_MS
/** An estimate is no more exact than this, and the code stands still meanwhile. */
const STEP_MS = 5 * MINUTE_MS

/**
 * When to be reminded: ten minutes before staying costs, else about when the charge is where it is to be;
 * null where neither is known or still to come (epoch ms).
 */
export function reminderMs(
  feeFromMs: number | null,
  endsAtMs: number | null,
  nowMs: number,
): number | null {
  const beforeFeeMs = feeFromMs === null ? null : feeFromMs - BEFORE_FEE_MS
  const roughlyMs = endsAtMs === null ? null : Math.round(endsAtMs / STEP_MS) * STEP_MS
  return [beforeFeeMs, roughlyMs].find((ms) => ms !== null && ms > nowMs) ?? null
}
