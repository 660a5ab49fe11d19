import { platformTimeMs } from '#common/platform-time.ts'
import type { Translate } from '../../i18n/text.ts'

export interface Window {
  readonly number: string
  readonly fromMs: number | null
  readonly toMs: number | null
  readonly comment: string | null
}

interface Delivered {
  readonly startDate: string | null
  readonly endDate: string | null
  readonly comment: string | null
}

/** The maintenance windows of a connector that are not over yet, the next one first. */
export function windowsOf(
  number: string,
  delivered: readonly (Delivered | null)[],
  nowMs: number,
): Window[] {
  return delivered
    .flatMap((one) => {
      if (!one) return []
      const fromMs = platformTimeMs(one.startDate)
      const toMs = platformTimeMs(one.endDate)
      const isKnown = fromMs !== null || toMs !== null
      return isKnown && (toMs ?? Infinity) > nowMs
        ? [{ number, fromMs, toMs, comment: one.comment }]
        : []
    })
    .sort((one, other) => (one.fromMs ?? 0) - (other.fromMs ?? 0))
}

/** `Plug 3: 24 Nov 2026, 08:00 to …` */
export function windowWords(
  { number, fromMs, toMs }: Window,
  t: Translate,
  dateTime: (ms: number) => string,
): string {
  if (fromMs !== null && toMs !== null) {
    return t('station.maintenance.plug', { number, from: dateTime(fromMs), to: dateTime(toMs) })
  }
  if (fromMs !== null) return t('station.maintenance.from', { number, from: dateTime(fromMs) })
  return t('station.maintenance.until', { number, to: toMs === null ? '' : dateTime(toMs) })
}
