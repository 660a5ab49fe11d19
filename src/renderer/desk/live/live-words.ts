import type { Price } from '#contract/site.ts'
import { plugLine } from '../../charging/plug-name.ts'
import type { Formats } from '../../i18n/format.ts'
import type { DeskTranslate } from '../../i18n/desk-text.ts'
import { sinceOf, type LiveRow } from './rows.ts'

/** What stands in a row or on a tile, in the desk's words. */
export interface RowWords {
  readonly plug: string
  readonly state: string
  readonly since: string
  readonly energy: string
  readonly power: string
  readonly price: string
}

export function rowWords(row: LiveRow, nowMs: number, t: DeskTranslate, f: Formats): RowWords {
  const { connector, session } = row
  const { state } = connector
  return {
    plug: plugLine(connector, t, f.kW),
    state: t(state === 'finishing' ? 'live.state.finishing' : `state.${state}`),
    since: sinceWords(row, nowMs, t, f),
    energy: session?.energyKWh == null ? '' : f.kWh(session.energyKWh),
    power: session?.powerW == null ? '' : f.power(session.powerW),
    price: priceWords(connector.price, t),
  }
}

/** The price as delivered, or why there is none. */
export const priceWords = (price: Price, t: DeskTranslate): string =>
  price.kind === 'text' ? price.text : t(`live.price.${price.kind}`)

const MINUTE_MS = 60_000
/** Of a week ago a weekday says too little. */
const WEEK_MS = 6 * 24 * 60 * MINUTE_MS

/** Since when, as a time of day; how long at least, where this terminal found it so; '' where that says nothing. */
function sinceWords(row: LiveRow, nowMs: number, t: DeskTranslate, f: Formats): string {
  const since = sinceOf(row)
  if (since === null) return ''
  const pastMs = nowMs - since.atMs
  if (pastMs < MINUTE_MS) return since.exact ? t('live.justNow') : ''
  if (!since.exact) return t('live.atLeast', { time: f.duration(pastMs) })
  if (f.isSameDay(since.atMs, nowMs)) return t('live.alert.since', { time: f.time(since.atMs) })
  const time = pastMs < WEEK_MS ? f.dayTime(since.atMs) : f.dateTimeShort(since.atMs, nowMs)
  return t('live.alert.since', { time })
}
