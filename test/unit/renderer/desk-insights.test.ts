import { describe, expect, it } from 'vitest'
import { busyWeekOf } from '#renderer/desk/insights/busy-week.ts'
import { framesAt, monthsAt } from '#renderer/desk/insights/frames.ts'
import { extremesOf } from '#renderer/charging/occupancy.ts'
import { dayAt, startOfDayMs } from '#renderer/desk/site-days.ts'

const at = (iso: string): number => Date.parse(iso)

describe('a day at the site', () => {
  it('is that of its own time zone', () => {
    const ms = at('2026-11-22T23:30:00Z')
    expect(dayAt(ms, 'Europe/Vienna')).toEqual({ year: 2026, month: 10, day: 23 })
    expect(dayAt(ms, 'UTC')).toEqual({ year: 2026, month: 10, day: 22 })
    expect(dayAt(ms, 'America/New_York')).toEqual({ year: 2026, month: 10, day: 22 })
  })

  it.each([
    ['in winter', 'Europe/Vienna', [2026, 0, 15], '2026-01-14T23:00:00.000Z'],
    ['in summer', 'Europe/Vienna', [2026, 6, 15], '2026-07-14T22:00:00.000Z'],
    [
      'on the day the clocks go forward',
      'Europe/Vienna',
      [2026, 2, 29],
      '2026-03-28T23:00:00.000Z',
    ],
    ['on the day the clocks go back', 'Europe/Vienna', [2026, 9, 25], '2026-10-24T22:00:00.000Z'],
    ['the day after', 'Europe/Vienna', [2026, 9, 26], '2026-10-25T23:00:00.000Z'],
    ['far west', 'America/Los_Angeles', [2026, 0, 1], '2026-01-01T08:00:00.000Z'],
    ['far east', 'Pacific/Auckland', [2026, 0, 1], '2025-12-31T11:00:00.000Z'],
    ['where midnight is skipped', 'Africa/Cairo', [2024, 3, 26], '2024-04-25T22:00:00.000Z'],
    ['counted over the end of a year', 'UTC', [2026, 12, 1], '2027-01-01T00:00:00.000Z'],
  ] as const)('begins at midnight %s', (_when, zone, [year, month, day], begins) => {
    expect(new Date(startOfDayMs({ year, month, day }, zone)).toISOString()).toBe(begins)
  })
})

describe('time frames', () => {
  const now = '2026-11-22T23:30:00.000Z'

  it('end now, and begin with days of the site', () => {
    const frames = framesAt(at(now), 'Europe/Vienna')
    expect(frames.today).toEqual({ start: '2026-11-22T23:00:00.000Z', end: now })
    expect(frames.sevenDays.start).toBe('2026-11-16T23:00:00.000Z')
    expect(frames.thirtyDays.start).toBe('2026-10-24T22:00:00.000Z')
    expect(frames.thisMonth.start).toBe('2026-10-31T23:00:00.000Z')
    expect(frames.thisYear.start).toBe('2025-12-31T23:00:00.000Z')
  })

  it('of last month are all of it and nothing else', () => {
    expect(framesAt(at('2026-01-05T12:00:00Z'), 'UTC').lastMonth).toEqual({
      start: '2025-12-01T00:00:00.000Z',
      end: '2025-12-31T23:59:59.999Z',
    })
  })

  it('of the last twelve months follow one another without a gap', () => {
    const months = monthsAt(at(now), 'Europe/Vienna')
    expect(months).toHaveLength(12)
    expect(months[0]?.frame).toEqual({ start: '2026-10-31T23:00:00.000Z', end: now })
    expect(months[11]?.frame.start).toBe('2025-11-30T23:00:00.000Z')
    for (const [index, { startMs }] of months.slice(0, -1).entries())
      expect(at(months[index + 1]?.frame.end ?? '')).toBe(startMs - 1)
  })
})

describe('a busy week', () => {
  const none = {
    monday: null,
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: null,
  }
  const bucket = (hour: number | null, occupancyRate: number | null) => ({
    __typename: 'OccupancyRate' as const,
    hour,
    occupancyRate,
  })

  it('has a share for each hour that was told, and none for the others', () => {
    const week = busyWeekOf({ ...none, monday: [bucket(9, 0.72), null, bucket(24, 1)] })
    expect(week).toHaveLength(7)
    expect(week[0]?.hours[9]).toEqual({ weekday: 'monday', hour: 9, share: 0.72 })
    expect(week[0]?.hours[10]?.share).toBeNull()
    expect(week[6]?.hours[9]?.share).toBeNull()
  })

  it('is read as percent where that is what is delivered, the whole week alike', () => {
    const week = busyWeekOf({ ...none, monday: [bucket(9, 72)], sunday: [bucket(4, 0.5)] })
    expect(week[0]?.hours[9]?.share).toBe(0.72)
    expect(week[6]?.hours[4]?.share).toBe(0.005)
  })

  it('is unknown where nothing usable is told', () => {
    expect(busyWeekOf(none)).toEqual([])
    expect(busyWeekOf({ ...none, monday: [bucket(null, 1), bucket(3, null)] })).toEqual([])
  })

  it('has a busiest and a quietest hour of those that are told, if they are enough', () => {
    const hours = Array.from({ length: 12 }, (_, hour) => bucket(hour, 0.5))
    const told = (extra: ReturnType<typeof bucket>[]) =>
      busyWeekOf({ ...none, friday: [...hours, ...extra] }).flatMap(({ hours: all }) => all)
    const extremes = extremesOf(told([bucket(18, 0.9), bucket(3, 0.1)]))
    expect(extremes?.busiest).toMatchObject({ weekday: 'friday', hour: 18 })
    expect(extremes?.quietest).toMatchObject({ weekday: 'friday', hour: 3, share: 0.1 })
    const few = busyWeekOf({ ...none, friday: [bucket(18, 0.9), bucket(3, 0.1)] })
    expect(extremesOf(few.flatMap(({ hours: all }) => all))).toBeNull()
  })
})
