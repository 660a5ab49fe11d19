import type { Random } from '../../random.ts'

const MS_PER_MINUTE = 60_000
const MS_PER_HOUR = 3_600_000
const MS_PER_DAY = 86_400_000

/** How far back the account's past goes, in days: 18 months. */
export const PAST_DAYS = 548
/** So many sessions a day there were at first and of late: electric cars have become more. */
const FIRST_PER_DAY = 2.8
const LAST_PER_DAY = 6.1
const WEEKEND_SHARE = 0.75
/** The past ends this time before the start, in ms: later ones would still run. */
const MARGIN_MS = 2 * MS_PER_HOUR

/** Relative frequency of starts by the hour (UTC): arrivals in the morning and in the evening. */
const STARTS_BY_HOUR = [
  1, 0.6, 0.4, 0.3, 0.5, 1.2, 3, 5, 6.5, 6, 5, 4.6, 4.8, 4.4, 4.6, 5.6, 7.6, 8.6, 8.2, 6.4, 4.6,
  3.2, 2.2, 1.4,
]
const TOTAL = STARTS_BY_HOUR.reduce((sum, share) => sum + share, 0)

/** When the sessions of the past began, in epoch ms, newest first: about 2,400 in 18 months. */
export function pastStartsMs(random: Random, nowMs: number): number[] {
  const today = Math.floor(nowMs / MS_PER_DAY)
  const starts = Array.from({ length: PAST_DAYS }, (_, daysAgo) => {
    const day = today - daysAgo
    return Array.from({ length: countOn(day, daysAgo, random) }, () => timeOn(day, random))
  }).flat()
  return starts.filter((startMs) => startMs < nowMs - MARGIN_MS).sort((a, b) => b - a)
}

function countOn(day: number, daysAgo: number, random: Random): number {
  const level = LAST_PER_DAY + (FIRST_PER_DAY - LAST_PER_DAY) * (daysAgo / PAST_DAYS)
  // Day 0 of the epoch was a Thursday.
  const isWeekend = [2, 3].includes(day % 7)
  return Math.round(level * (isWeekend ? WEEKEND_SHARE : 1.1) * random.between(0.6, 1.4))
}

function timeOn(day: number, random: Random): number {
  let rest = random.between(0, TOTAL)
  const hour = STARTS_BY_HOUR.findIndex((share) => (rest -= share) < 0)
  return day * MS_PER_DAY + hour * MS_PER_HOUR + random.whole(0, 59) * MS_PER_MINUTE
}
