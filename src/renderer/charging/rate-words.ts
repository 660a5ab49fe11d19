import { parseRate, type RateMoney, type RatePart } from '#common/rate-text.ts'
import type { Price } from '#contract/site.ts'
import type { Formats } from '../i18n/format.ts'
import { isolated } from '../i18n/isolated.ts'
import type { PlainKey, Translate } from '../i18n/text.ts'

const NBSP = '\u00a0'

/** One part of a rate, in words that stand beside one another in this order: `€0.10`, `per minute`, `after 1 hour`. */
export interface RateLine {
  readonly amount: string
  readonly per: string
  /** From when on it counts; null: from the start. */
  readonly after: string | null
}

const perKeys = {
  kWh: 'price.perKWh',
  minute: 'price.perMinute',
  hour: 'price.perHour',
  session: 'price.perSession',
} as const satisfies Record<RatePart['per'], PlainKey>

/** What belongs together stays in one line. */
const kept = (words: string): string => words.replaceAll(' ', NBSP)

/** The parts of a rate's text in the guest's language; null where only the text as delivered tells it. */
export function rateLines(text: string, t: Translate, f: Formats): RateLine[] | null {
  return (
    parseRate(text)?.map((part) => ({
      amount: f.price(part satisfies RateMoney),
      per: kept(t(perKeys[part.per])),
      after: 'afterMinutes' in part ? afterWords(part.afterMinutes, t) : null,
    })) ?? null
  )
}

function afterWords(minutes: number | null, t: Translate): string | null {
  if (minutes === null) return null
  const isHours = minutes > 0 && minutes % 60 === 0
  const words = isHours
    ? t('price.afterHours', { n: minutes / 60 })
    : t('price.afterMinutes', { n: minutes })
  return kept(words)
}

/** A rate's text in one line: `€0.59 per kWh + €0.10 per minute after 1 hour`; as delivered where it cannot be read. */
export function rateWords(text: string, t: Translate, f: Formats): string {
  const lines = rateLines(text, t, f)
  if (lines === null) return isolated(text)
  return lines
    .map(({ amount, per, after }) => [`${amount}${NBSP}${per}`, after].filter(Boolean).join(' '))
    .join(` +${NBSP}`)
}

/** The text of the rate that a price is told by, and whether it is only the least of several; null: it has none. */
export function rateOf(price: Price): { text: string; from: boolean } | null {
  if (price.kind === 'text') return { text: price.text, from: false }
  if (price.kind === 'several' && price.from !== null) return { text: price.from, from: true }
  return null
}

/** The message for a price without text. */
const priceKeys = {
  pending: 'price.pending',
  free: 'price.free',
  several: 'price.several',
  none: 'price.none',
} as const satisfies Record<Exclude<Price['kind'], 'text'>, PlainKey>

/** Why there is no text of a rate, or that nothing is to be paid. */
export const noRateWords = (price: Price, t: Translate): string =>
  price.kind === 'text' ? '' : t(priceKeys[price.kind])

/** A price in one line. */
export function priceWords(price: Price, t: Translate, f: Formats): string {
  const rate = rateOf(price)
  if (rate === null) return noRateWords(price, t)
  const words = rateWords(rate.text, t, f)
  return rate.from ? `${t('price.from')}${NBSP}${words}` : words
}
