import { describe, expect, it } from 'vitest'
import { windowsOf } from '#renderer/guest/station/maintenance.ts'
import { extremesOf, hoursOf, occupancyDays } from '#renderer/charging/occupancy.ts'
import type { KnownStation } from '#contract/site.ts'
import { NOW_MS } from './fakes.ts'

const DAY_MS = 86_400_000

describe('the usual busy hours', () => {
  const told = (hours: number, rate = 0.5) =>
    Array.from({ length: hours }, (_, hour) => ({ hour, occupancyRate: rate }))

  it('are 24, read as fractions; one that is not told has no value', () => {
    const hours = hoursOf([...told(20), { hour: 9, occupancyRate: 0.72 }])
    expect(hours).toHaveLength(24)
    expect(hours[9]).toEqual({ hour: 9, share: 0.72 })
    expect(hours[4]).toEqual({ hour: 4, share: 0.5 })
    expect(hours[20]).toEqual({ hour: 20, share: null })
  })

  it('are read as percent where that is what is delivered', () => {
    expect(hoursOf([...told(12, 3), { hour: 9, occupancyRate: 72 }])[9]?.share).toBe(0.72)
  })

  it('are not spoken of where fewer than half of them are told', () => {
    expect(hoursOf([{ hour: 9, occupancyRate: 0.72 }])).toEqual([])
    expect(hoursOf(told(11))).toEqual([])
    expect(hoursOf(told(12))).toHaveLength(24)
  })

  it('leave out a share that cannot be', () => {
    const hours = hoursOf([
      ...told(20),
      { hour: 3, occupancyRate: -0.2 },
      { hour: 21, occupancyRate: 900 },
    ])
    expect([hours[3]?.share, hours[21]?.share]).toEqual([0.5, null])
  })

  it('are unknown where nothing usable is delivered', () => {
    expect(hoursOf([])).toEqual([])
    expect(hoursOf(null)).toEqual([])
    expect(
      hoursOf([null, { hour: 24, occupancyRate: 0.5 }, { hour: 4, occupancyRate: null }]),
    ).toEqual([])
  })

  it('have a busiest and a quietest of those that are told, where they differ', () => {
    const hours = hoursOf([
      ...told(14),
      { hour: 5, occupancyRate: 0.1 },
      { hour: 9, occupancyRate: 0.9 },
    ])
    expect(extremesOf(hours)).toEqual({
      busiest: { hour: 9, share: 0.9 },
      quietest: { hour: 5, share: 0.1 },
    })
    expect(extremesOf(hours.map(({ hour }) => ({ hour, share: 0.5 })))).toBeNull()
    const few = hours.map(({ hour, share }) => ({ hour, share: hour < 11 ? share : null }))
    expect(extremesOf(few)).toBeNull()
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
  type Window = KnownStation['maintenance'][number]
  const window = (
    startsAtMs: number | null,
    endsAtMs: number | null,
    connectorId = 'c3',
  ): Window => ({
    ...{ connectorId, startsAtMs, endsAtMs },
    comment: null,
  })
  const answerFor = (...maintenance: Window[]) =>
    windowsOf(
      [
        { id: 'c3', number: '3' },
        { id: 'c4', number: '4' },
      ],
      { maintenance },
      NOW_MS,
    )

  it('is told until it is over, the next first', () => {
    const told = answerFor(
      window(NOW_MS + 2 * DAY_MS, NOW_MS + 3 * DAY_MS),
      window(NOW_MS - 2 * DAY_MS, NOW_MS - DAY_MS),
      window(NOW_MS - DAY_MS, NOW_MS + DAY_MS),
    )
    expect(told.map(({ fromMs }) => fromMs)).toEqual([NOW_MS - DAY_MS, NOW_MS + 2 * DAY_MS])
  })

  it('may have no end, but not neither end', () => {
    expect(answerFor(window(NOW_MS - DAY_MS, null))).toHaveLength(1)
    expect(answerFor(window(null, null))).toEqual([])
  })

  it('is told of the plug that it is of, plug by plug', () => {
    const soon = NOW_MS + DAY_MS
    const told = answerFor(window(soon, null, 'c4'), window(soon, null), window(soon, null, 'c9'))
    expect(told.map(({ number }) => number)).toEqual(['3', '4'])
  })
})
