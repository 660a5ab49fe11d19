import { clockOf, isAllDay, type DayHours } from '#common/opening-hours.ts'
import type { Translate } from '../../i18n/text.ts'

/** `06:00–12:00, 13:00–22:00` */
export function rangesWords(ranges: DayHours['ranges'], t: Translate): string {
  if (ranges.length === 0) return t('station.closedDay')
  return ranges
    .map((range) =>
      isAllDay(range) ? t('station.allDay') : `${clockOf(range.from)}–${clockOf(range.to)}`,
    )
    .join(', ')
}
