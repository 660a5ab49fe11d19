import type { Money } from '#contract/charging.ts'

/** So much energy the worked example is about. */
export const EXAMPLE_KWH = 20

/** Signs that stand for one currency only: "$" and "kr" are several countries' money. */
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  Kč: 'CZK',
  zł: 'PLN',
  Ft: 'HUF',
}
const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
const onePrice =
  /^(?<whole>\d{1,4})(?:[.,](?<part>\d{1,4}))? ?(?<currency>\p{L}{2,3}|[€£]) ?\/ ?kWh$/u

/** What a rate says, as delivered. */
export interface RateText {
  readonly short: string | null
  readonly full: string | null
}

/**
 * What 20 kWh come to, rounded to the currency's smallest coin; null unless the rate's whole text is
 * `<number> <currency code or sign>/kWh`, and its long text names no other number but a percentage.
 */
export function rateExample(rate: RateText | null): { energyKWh: number; cost: Money } | null {
  const text = (rate?.short ?? rate?.full ?? '').trim()
  const price = priceIn(text)
  if (!price || saysMore(rate?.full ?? '', text)) return null
  return { energyKWh: EXAMPLE_KWH, cost: timesExample(price) }
}

interface Price {
  /** The price without its separator, and how many of its digits stand behind it. */
  digits: bigint
  decimals: number
  currency: string
}

function priceIn(text: string): Price | null {
  const { whole = '', part = '', currency = '' } = onePrice.exec(text)?.groups ?? {}
  // "1,234" may be a thousand and more, or little more than one.
  if (whole === '' || (Number(whole) > 0 && part.length === 3)) return null
  const code = signs[currency] ?? currency
  if (!codes.has(code)) return null
  return { digits: BigInt(whole + part), decimals: part.length, currency: code }
}

/** A further price in words, in the languages of the platform's tenants. */
const FURTHER =
  /\b(?:plus|fee|fees|charge|zuzüglich|zzgl|frais|supplément|tarifa de|cuota|costo fisso|kosten|toeslag|opłata|poplatek|díj|avgift|naknada|pristojbina|per (?:minute|hour|session)|pro (?:minute|stunde))|gebühr/i

function saysMore(full: string, text: string): boolean {
  const rest = full.replaceAll(text, '').replaceAll(/\d+(?:[.,]\d+)? ?%/g, '')
  return /\d/.test(rest) || FURTHER.test(rest)
}

function timesExample({ digits, decimals, currency }: Price): Money {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const coins = format.resolvedOptions().maximumFractionDigits ?? 2
  const exact = digits * BigInt(EXAMPLE_KWH)
  const spare = decimals - coins
  const inCoins = spare > 0 ? halfUp(exact, 10n ** BigInt(spare)) : exact * 10n ** BigInt(-spare)
  return { amount: Number(`${String(inCoins)}e-${String(coins)}`), currency }
}

const halfUp = (value: bigint, unit: bigint): bigint => (value + unit / 2n) / unit
