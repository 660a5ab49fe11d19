import { dayAt, startOfDayMs, type Day } from '../site-days.ts'

/** A time frame as the platform takes it (TimeFrameFilter). */
export interface Frame {
  readonly start: string
  readonly end: string
}

export const frameNames = [
  'today',
  'sevenDays',
  'thirtyDays',
  'thisMonth',
  'lastMonth',
  'thisYear',
  'allTime',
] as const
export type FrameName = (typeof frameNames)[number]
type Bounded = Exclude<FrameName, 'allTime'>

const MONTHS = 12
/** Whether the bounds belong to a frame is not documented: frames leave a gap of this, and never overlap. */
const GAP_MS = 1

const frame = (startMs: number, endMs: number): Frame => ({
  start: new Date(startMs).toISOString(),
  end: new Date(endMs).toISOString(),
})

/** The time frames that end now or with last month, by the site's calendar. */
export function framesAt(nowMs: number, timeZone: string): Readonly<Record<Bounded, Frame>> {
  const today = dayAt(nowMs, timeZone)
  const from = (change: Partial<Day>): number => startOfDayMs({ ...today, ...change }, timeZone)
  const monthMs = from({ day: 1 })
  return {
    today: frame(from({}), nowMs),
    sevenDays: frame(from({ day: today.day - 6 }), nowMs),
    thirtyDays: frame(from({ day: today.day - 29 }), nowMs),
    thisMonth: frame(monthMs, nowMs),
    lastMonth: frame(from({ month: today.month - 1, day: 1 }), monthMs - GAP_MS),
    thisYear: frame(from({ month: 0, day: 1 }), nowMs),
  }
}

export interface MonthFrame {
  /** When it begins at the site (epoch ms). */
  readonly startMs: number
  readonly frame: Frame
}

/** This month and the eleven before it, newest first; or the whole months of a year before these (`yearsBack`). */
export function monthsAt(nowMs: number, timeZone: string, yearsBack = 0): readonly MonthFrame[] {
  const { year, month } = dayAt(nowMs, timeZone)
  const startOf = (back: number): number =>
    startOfDayMs({ year, month: month - back, day: 1 }, timeZone)
  return Array.from({ length: MONTHS }, (_, index) => {
    const back = index + yearsBack * MONTHS
    const startMs = startOf(back)
    const endMs = back === 0 ? nowMs : startOf(back - 1) - GAP_MS
    return { startMs, frame: frame(startMs, endMs) }
  })
}
