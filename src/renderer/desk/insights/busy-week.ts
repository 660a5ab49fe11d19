import type { DeskOccupancyQuery } from '#platform/generated/ask/graphql.ts'
import type { Hour } from '../../charging/occupancy.ts'

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

export interface BusyHour extends Hour {
  readonly weekday: Weekday
}

export interface BusyDay {
  readonly weekday: Weekday
  readonly hours: readonly BusyHour[]
}

type Delivered = Pick<DeskOccupancyQuery, Weekday>

/**
 * A week of 24 hours a day; empty without values. The reference calls the rate a percentage and
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
      const share = rate === undefined ? null : Math.min(1, rate / whole)
      return { weekday, hour, share }
    }),
  }))
}

function ratesOf(day: Delivered[Weekday]): Map<number, number> {
  const rates = new Map<number, number>()
  for (const bucket of day ?? []) {
    const { hour = null, occupancyRate = null } = bucket ?? {}
    const isHour = hour !== null && hour >= 0 && hour < 24
    if (isHour && occupancyRate !== null && occupancyRate >= 0 && occupancyRate <= 100)
      rates.set(hour, occupancyRate)
  }
  return rates
}
