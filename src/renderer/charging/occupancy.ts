/** How busy a station usually is in one hour of a day. */
export interface Hour {
  /** 0 to 23. */
  readonly hour: number
  /** 0 to 1; null: not provided. */
  readonly share: number | null
}

/** An hour with a value. */
export type KnownHour<H extends Hour = Hour> = H & { readonly share: number }

/** With fewer hours the busiest cannot be named. */
export const LEAST_KNOWN_HOURS = 12

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
 * L1156): a day in which any is above 1 is read as percent. Empty where too few hours have a value.
 */
export function hoursOf(delivered: readonly (Delivered | null)[] | null | undefined): Hour[] {
  const known = new Map<number, number>()
  for (const one of delivered ?? []) {
    const hour = one?.hour ?? -1
    const rate = one?.occupancyRate ?? null
    const isHour = Number.isInteger(hour) && hour >= 0 && hour < 24
    if (isHour && rate !== null && rate >= 0 && rate <= 100) known.set(hour, rate)
  }
  if (known.size < LEAST_KNOWN_HOURS) return []
  const whole = Math.max(...known.values()) > 1 ? 100 : 1
  return Array.from({ length: 24 }, (_, hour) => {
    const rate = known.get(hour)
    return { hour, share: rate === undefined ? null : Math.min(1, rate / whole) }
  })
}

export const isKnown = <H extends Hour>(hour: H): hour is KnownHour<H> => hour.share !== null

/** The busiest and the quietest of the hours with a value; null where they are alike, or too few. */
export function extremesOf<H extends Hour>(
  hours: readonly H[],
): { busiest: KnownHour<H>; quietest: KnownHour<H> } | null {
  const sorted = hours.filter(isKnown).toSorted((one, other) => one.share - other.share)
  const [quietest] = sorted
  const busiest = sorted.at(-1)
  if (!quietest || !busiest || sorted.length < LEAST_KNOWN_HOURS) return null
  return quietest.share === busiest.share ? null : { busiest, quietest }
}
