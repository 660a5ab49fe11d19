/** A price as a rate's text names it; the amount keeps its digits: `0.59`, never a binary fraction. */
export interface RateMoney {
  /** Decimal digits with a point, as delivered. */
  readonly amount: string
  /** ISO 4217 code. */
  readonly currency: string
}

/** One part of a rate. Its parts are added: energy, time and a sum for the whole charge. */
export type RatePart = RateMoney &
  (
    | { readonly per: 'kWh' | 'session' }
    | {
        readonly per: 'minute' | 'hour'
        /** It counts from so many minutes after the start on; null: from the start. */
        readonly afterMinutes: number | null
      }
  )

/** What a rate says, as delivered. */
export interface RateText {
  readonly short: string | null
  readonly full: string | null
}

/** Signs that stand for one currency only: "$" and "kr" are several countries' money. */
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  Kč: 'CZK',
  zł: 'PLN',
  Ft: 'HUF',
}
const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

const units: Readonly<Record<string, RatePart['per']>> = {
  kWh: 'kWh',
  min: 'minute',
  minute: 'minute',
  h: 'hour',
  hour: 'hour',
  session: 'session',
}
const MINUTES_PER_HOUR = 60
const onePart =
  /^(?<whole>\d{1,4})(?:[.,](?<part>\d{1,4}))? ?(?<money>\p{L}{2,3}|[€£]) ?\/ ?(?<unit>kWh|min(?:ute)?|h(?:our)?|session)(?: after (?<after>\d{1,4}) (?<time>min(?:utes?)?|h(?:ours?)?))?$/u

/**
 * The parts of a rate's text of the forms `0.59 EUR/kWh`, `0.10 EUR/min after 60 min` and
 * `1 EUR/session`, joined by `+`. Null where the whole text is not exactly that: then only the text as
 * delivered tells the price. All parts are in one currency, and no unit comes twice.
 */
export function parseRate(text: string): RatePart[] | null {
  const parts: RatePart[] = []
  for (const one of text.trim().split(/ ?\+ ?/)) {
    const part = partIn(one)
    if (part === null) return null
    parts.push(part)
  }
  const isOnce = new Set(parts.map(({ per }) => per)).size === parts.length
  const isOneMoney = new Set(parts.map(({ currency }) => currency)).size === 1
  return isOnce && isOneMoney ? parts : null
}

function partIn(text: string): RatePart | null {
  const found = onePart.exec(text)?.groups
  if (!found) return null
  const { whole = '', part = '', money = '', unit = '', after, time = '' } = found
  // "1,234" may be a thousand and more, or little more than one.
  if (Number(whole) > 0 && part.length === 3) return null
  const currency = signs[money] ?? money
  const per = units[unit]
  if (!codes.has(currency) || per === undefined) return null
  const price = { amount: part === '' ? whole : `${whole}.${part}`, currency }
  if (per === 'minute' || per === 'hour') {
    const ofOne = time.startsWith('h') ? MINUTES_PER_HOUR : 1
    return { ...price, per, afterMinutes: after === undefined ? null : Number(after) * ofOne }
  }
  return after === undefined ? { ...price, per } : null
}

const shortUnits = { kWh: 'kWh', minute: 'min', hour: 'h', session: 'session' } as const

/** The rate in the form that `parseRate` reads: `0.59 EUR/kWh + 0.10 EUR/min after 60 min`. */
export function writeRate(parts: readonly RatePart[]): string {
  return parts
    .map((part) => {
      const price = `${part.amount} ${part.currency}/${shortUnits[part.per]}`
      const after = 'afterMinutes' in part ? part.afterMinutes : null
      return after === null ? price : `${price} after ${String(after)} min`
    })
    .join(' + ')
}

/**
 * Of several rates' texts the one that asks least for a kWh; null unless each of them names a price for
 * it that can be read, all in one currency.
 */
export function cheapestPerKWh(texts: readonly string[]): string | null {
  const rates = texts.flatMap((text) => {
    const energy = parseRate(text)?.find(({ per }) => per === 'kWh')
    return energy ? [{ text, energy }] : []
  })
  const isOneMoney = new Set(rates.map(({ energy }) => energy.currency)).size === 1
  if (rates.length !== texts.length || !isOneMoney) return null
  const least = rates.reduce((one, other) =>
    Number(other.energy.amount) < Number(one.energy.amount) ? other : one,
  )
  return least.text
}
