import type { KnownStation } from '#contract/site.ts'
import type { Translate } from '../../i18n/text.ts'

export interface Window {
  readonly number: string
  readonly fromMs: number | null
  readonly toMs: number | null
  readonly comment: string | null
}

/** The maintenance windows of a station that are not over yet, connector by connector, the next one first. */
export function windowsOf(
  connectors: readonly { readonly id: string; readonly number: string }[],
  { maintenance }: Pick<KnownStation, 'maintenance'>,
  nowMs: number,
): Window[] {
  return connectors.flatMap(({ id, number }) =>
    maintenance
      .flatMap(({ connectorId, startsAtMs: fromMs, endsAtMs: toMs, comment }) => {
        const isKnown = fromMs !== null || toMs !== null
        const isOurs = connectorId === id && isKnown && (toMs ?? Infinity) > nowMs
        return isOurs ? [{ number, fromMs, toMs, comment }] : []
      })
      .sort((one, other) => (one.fromMs ?? 0) - (other.fromMs ?? 0)),
  )
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
