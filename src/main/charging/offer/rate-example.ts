import { parseRate, type RateMoney, type RatePart, type RateText } from '#common/rate-text.ts'
import type { Money, RateExample } from '#contract/charging.ts'

/** So much energy the worked examples are about. */
export const EXAMPLE_KWH = 20

/** The second example is so much longer than what the first hour or so costs (minutes), by what is counted. */
const LONGER = { minute: 30, hour: 60 } as const

/**
 * What 20 kWh come to, rounded to the currency's smallest coin. A rate that counts time, too, has a second
 * example for a charge that is longer than what is free of it. Empty unless the rate's whole text can be
 * read, names a price for energy, and its long text names no other number but a percentage.
 */
export function rateExamples(rate: RateText | null): RateExample[] {
  const text = (rate?.short ?? rate?.full ?? '').trim()
  const parts = parseRate(text)
  if (!parts?.some(({ per }) => per === 'kWh') || saysMore(rate?.full ?? '', text)) return []
  const timed = parts.filter((part) => 'afterMinutes' in part)
  const [byTime] = timed
  if (timed.length > 1) return []
  if (!byTime) return [exampleOf(parts, null)]
  if (byTime.afterMinutes === null) return [exampleOf(parts, 60)]
  return [0, LONGER[byTime.per]].map((more) => exampleOf(parts, (byTime.afterMinutes ?? 0) + more))
}

function exampleOf(parts: readonly RatePart[], minutes: number | null): RateExample {
  const [{ currency }] = parts as [RatePart]
  let sum = 0n
  for (const part of parts) sum += scaled(part) * BigInt(countOf(part, minutes ?? 0))
  return { energyKWh: EXAMPLE_KWH, minutes, cost: inCoins(sum, currency) }
}

/** How many of its units a charge of so many minutes pays. */
function countOf(part: RatePart, minutes: number): number {
  if (part.per === 'kWh') return EXAMPLE_KWH
  if (!('afterMinutes' in part)) return 1
  const counted = Math.max(0, minutes - (part.afterMinutes ?? 0))
  return part.per === 'hour' ? counted / 60 : counted
}

/** A further price in words, in the languages of the platform's tenants. */
const FURTHER =
  /\b(?:plus|fee|fees|charge|zuzüglich|zzgl|frais|supplément|tarifa de|cuota|costo fisso|kosten|toeslag|opłata|poplatek|díj|avgift|naknada|pristojbina|per (?:minute|hour|session)|pro (?:minute|stunde))|gebühr/i

function saysMore(full: string, text: string): boolean {
  const rest = full.replaceAll(text, '').replaceAll(/\d+(?:[.,]\d+)? ?%/g, '')
  return /\d/.test(rest) || FURTHER.test(rest)
}

/** As many digits behind the point as the text of a rate may have. */
const DECIMALS = 4

function scaled({ amount }: RateMoney): bigint {
  const [whole = '0', part = ''] = amount.split('.')
  return BigInt(whole + part.padEnd(DECIMALS, '0'))
}

function inCoins(sum: bigint, currency: string): Money {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const coins = format.resolvedOptions().maximumFractionDigits ?? 2
  const rounded = halfUp(sum, 10n ** BigInt(DECIMALS - coins))
  return { amount: Number(`${String(rounded)}e-${String(coins)}`), currency }
}

const halfUp = (value: bigint, unit: bigint): bigint => (value + unit / 2n) / unit
