import type { DeskTranslate } from '../../i18n/desk-text.ts'
import type { Formats } from '../../i18n/format.ts'
import type { SessionRow } from './session-row.ts'

/** What a session is known by among several: its connector, when it began, and for whom. */
export function bulkName(row: SessionRow, nowMs: number, t: DeskTranslate, f: Formats): string {
  const { number, station, startedAtMs, bookingReference } = row
  const where = number ? t('live.number', { number }) : station
  const when = startedAtMs === null ? null : f.dateTimeShort(startedAtMs, nowMs)
  return [where, when, bookingReference].filter((part) => part).join(', ')
}
