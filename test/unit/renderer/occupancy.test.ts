import { describe, expect, it } from 'vitest'
import { windowsOf } from '#renderer/guest/station/maintenance.ts'
import { extremesOf, hoursOf, occupancyDays } from '#renderer/guest/station/occupancy.ts'
import { NOW_MS } from './fakes.ts'

const DAY_MS = 86_400_000
const iso = (ms: number): string => new Date(ms).toISOString()

describe('the usual busy hours', () => {
  it('are 24, read as fractions', () => {
    const hours = hoursOf([
      { hour: 9, occupancyRate: 0.72 },
      { hour: 3, occupancyRate: 0.1 },
    ])
    expect(hours).toHaveLength(24)
    expect(hours[9]).toEqual({ hour: 9, share: 0.72 })
    expect(hours[4]).toEqual({ hour: 4, share: 0 })
  })

  it('are read as percent where that is what is delivered', () => {
    expect(hoursOf([{ hour: 9, occupancyRate: 72 }])[9]?.share).toBe(0.72)
  })

  it('are unknown where nothing usable is delivered', () => {
    expect(hoursOf([])).toEqual([])
    expect(hoursOf(null)).toEqual([])
    expect(
      hoursOf([null, { hour: 24, occupancyRate: 0.5 }, { hour: 4, occupancyRate: null }]),
    ).toEqual([])
  })

  it('have a busiest and a quietest only where they differ', () => {
    const hours = hoursOf([
      { hour: 9, occupancyRate: 0.72 },
      { hour: 18, occupancyRate: 0.9 },
    ])
    expect(extremesOf(hours)?.busiest.hour).toBe(18)
    expect(extremesOf(hours)?.quietest.share).toBe(0)
    expect(extremesOf(hours.map(({ hour }) => ({ hour, share: 0.5 })))).toBeNull()
  })

  it('are asked for by the platform’s own names of the days', () => {
    expect([occupancyDays[0], occupancyDays[1], occupancyDays[6]]).toEqual([
      'SUNDAY',
      'MONDAY',
      'SATURDAY',
    ])
  })
})

describe('maintenance', () => {
  const window = (
    from: number | null,
    to: number | null,
  ): Parameters<typeof windowsOf>[1][number] => ({
    startDate: from === null ? null : iso(from),
    endDate: to === null ? null : iso(to),
    comment: null,
  })

  it('is told until it is over, the next first', () => {
    const told = windowsOf(
      '3',
      [
        window(NOW_MS + 2 * DAY_MS, NOW_MS + 3 * DAY_MS),
        window(NOW_MS - 2 * DAY_MS, NOW_MS - DAY_MS),
        window(NOW_MS - DAY_MS, NOW_MS + DAY_MS),
      ],
      NOW_MS,
    )
    expect(told.map(({ fromMs }) => fromMs)).toEqual([NOW_MS - DAY_MS, NOW_MS + 2 * DAY_MS])
  })

  it('may have no end, but not neither end', () => {
    expect(windowsOf('3', [window(NOW_MS - DAY_MS, null)], NOW_MS)).toHaveLength(1)
    expect(windowsOf('3', [window(null, null), null], NOW_MS)).toEqual([])
  })
})
