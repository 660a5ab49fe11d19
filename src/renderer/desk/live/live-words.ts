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
  const since = sinceOf(row)
  const time = since && f.duration(nowMs - since.atMs)
  const { state } = connector
  return {
    plug: plugLine(connector, t, f.kW),
    state: t(state === 'finishing' ? 'live.state.finishing' : `state.${state}`),
    since: time === null ? '' : since?.exact ? time : t('live.atLeast', { time }),
    energy: session?.energyKWh == null ? '' : f.kWh(session.energyKWh),
    power: session?.powerW == null ? '' : f.power(session.powerW),
    price: priceWords(connector.price, t),
  }
}

/** The price as delivered, or why there is none. */
export const priceWords = (price: Price, t: DeskTranslate): string =>
  price.kind === 'text' ? price.text : t(`live.price.${price.kind}`)

/** What can be done with it first. */
export function rowAction({ connector, session, start }: LiveRow): 'start' | 'stop' | 'look' {
  if (session) return 'stop'
  return connector.startBlock === null && !start ? 'start' : 'look'
}
