/** How busy a station usually is in one hour of a day: 0 to 1. */
export interface Hour {
  readonly hour: number
  readonly share: number
}

/** The names of the platform's weekdays (OccupancyDays), by our numbers: 0 is Sunday. */
export const occupancyDays = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
] as const

interface Delivered {
  readonly hour?: number | null
  readonly occupancyRate?: number | null
}

/**
 * The 24 hours of a day. The reference calls the rate a percentage and shows a fraction (L1116,
 * L1156): a day in which any is above 1 is read as percent. Empty where nothing is known.
 */
export function hoursOf(delivered: readonly (Delivered | null)[] | null | undefined): Hour[] {
  const known = new Map<number, number>()
  for (const one of delivered ?? []) {
    const hour = one?.hour ?? -1
    const rate = one?.occupancyRate ?? null
    if (Number.isInteger(hour) && hour >= 0 && hour < 24 && rate !== null) known.set(hour, rate)
  }
  if (known.size === 0) return []
  const whole = Math.max(...known.values()) > 1 ? 100 : 1
  return Array.from({ length: 24 }, (_, hour) => ({
    hour,
    share: Math.min(1, Math.max(0, (known.get(hour) ?? 0) / whole)),
  }))
}

/** The busiest and the quietest hour; null where all are alike. */
export function extremesOf(hours: readonly Hour[]): { busiest: Hour; quietest: Hour } | null {
  const sorted = hours.toSorted((one, other) => one.share - other.share)
  const quietest = sorted[0]
  const busiest = sorted.at(-1)
  if (!quietest || !busiest || quietest.share === busiest.share) return null
  return { busiest, quietest }
}
