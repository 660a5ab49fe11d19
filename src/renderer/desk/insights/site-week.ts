import { WEEKDAYS, type BusyDay } from './busy-week.ts'

/** The mean of several stations' weeks, hour by hour, over those that tell the hour. Empty where none does. */
export function meanWeek(weeks: readonly (readonly BusyDay[])[]): readonly BusyDay[] {
  const told = weeks.filter((week) => week.length > 0)
  if (told.length === 0) return []
  return WEEKDAYS.map((weekday, day) => ({
    weekday,
    hours: Array.from({ length: 24 }, (_, hour) => {
      const shares = told.flatMap((week) => week[day]?.hours[hour]?.share ?? [])
      const sum = shares.reduce((whole, share) => whole + share, 0)
      return { weekday, hour, share: shares.length === 0 ? null : sum / shares.length }
    }),
  }))
}
