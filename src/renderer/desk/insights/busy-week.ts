import type { DeskOccupancyQuery } from '#platform/generated/ask/graphql.ts'

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof WEEKDAYS)[number]

export interface BusyHour {
  readonly weekday: Weekday
  /** 0 to 23. */
  readonly hour: number
  /** 0 to 1; null: not told. */
  readonly share: number | null
}

export interface BusyDay {
  readonly weekday: Weekday
  readonly hours: readonly BusyHour[]
}

type Delivered = Pick<DeskOccupancyQuery, Weekday>

/**
 * A week of 24 hours a day; empty where nothing is told. The reference calls the rate a percentage and
 * shows a fraction (L1116, L1156): a week in which any is above 1 is read as percent.
 */
export function busyWeekOf(delivered: Delivered): readonly BusyDay[] {
  const week = WEEKDAYS.map((weekday) => ({ weekday, rates: ratesOf(delivered[weekday]) }))
  const all = week.flatMap(({ rates }) => [...rates.values()])
  if (all.length === 0) return []
  const whole = Math.max(...all) > 1 ? 100 : 1
  return week.map(({ weekday, rates }) => ({
    weekday,
    hours: Array.from({ length: 24 }, (_, hour) => {
      const rate = rates.get(hour)
      const share = rate === undefined ? null : Math.min(1, Math.max(0, rate / whole))
      return { weekday, hour, share }
    }),
  }))
}

function ratesOf(day: Delivered[Weekday]): Map<number, number> {
  const rates = new Map<number, number>()
  for (const bucket of day ?? []) {
    const { hour = null, occupancyRate = null } = bucket ?? {}
    if (hour !== null && hour >= 0 && hour < 24 && occupancyRate !== null)
      rates.set(hour, occupancyRate)
  }
  return rates
}

type Told = BusyHour & { readonly share: number }

/** The busiest and the quietest hour of a week; null where all are alike. */
export function extremesOf(week: readonly BusyDay[]): { busiest: Told; quietest: Told } | null {
  const told = week.flatMap(({ hours }) => hours.filter((one): one is Told => one.share !== null))
  const sorted = told.toSorted((one, other) => one.share - other.share)
  const [quietest] = sorted
  const busiest = sorted.at(-1)
  if (!quietest || !busiest || quietest.share === busiest.share) return null
  return { busiest, quietest }
}
