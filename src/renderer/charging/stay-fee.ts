import type { RateMoney, RatePart } from '#common/rate-text.ts'

/** A price for time that begins only after a while. */
export interface StayFee extends RateMoney {
  /** From when it costs (epoch ms). */
  readonly fromMs: number
  readonly per: 'minute' | 'hour'
}

/** From when staying costs, by the rate's own words; null where they name no such time. */
export function stayFee(
  parts: readonly RatePart[] | null,
  startedAtMs: number | null,
): StayFee | null {
  if (startedAtMs === null) return null
  for (const part of parts ?? []) {
    if (!('afterMinutes' in part) || part.afterMinutes === null) continue
    const { per, amount, currency, afterMinutes } = part
    return { fromMs: startedAtMs + afterMinutes * 60_000, per, amount, currency }
  }
  return null
}
