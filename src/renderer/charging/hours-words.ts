import type { HoursHint } from '#contract/site.ts'
import type { Formats } from '../i18n/format.ts'
import type { Translate } from '../i18n/text.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** `Closed now, opens 06:00`, `Closes in 20 min`; null where nothing needs to be said. */
export function hoursWords(
  hint: HoursHint | undefined,
  nowMs: number,
  t: Translate,
  f: Formats,
): string | null {
  if (!hint) return null
  if (hint.kind === 'closing') {
    const leftMs = hint.closesAtMs - nowMs
    return leftMs > 0 ? t('hours.closes', { time: f.duration(leftMs) }) : t('hours.closed')
  }
  if (hint.opensAtMs === null) return t('hours.closed')
  const inMs = hint.opensAtMs - nowMs
  if (inMs <= 0) return null
  const write = inMs <= 12 * HOUR_MS ? f.time : inMs <= 6 * DAY_MS ? f.dayTime : f.dateTime
  return t('hours.opens', { time: write(hint.opensAtMs) })
}
