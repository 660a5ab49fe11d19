import { describe, expect, it, vi } from 'vitest'
import { openAt } from '#common/open-at.ts'
import { hoursFrom, isAllDay, minutesOf, weekOf, type OpeningTimes } from '#common/opening-hours.ts'

/** Sunday 22 November 2026, 14:32:08 in Vienna. */
const NOW_MS = Date.UTC(2026, 10, 22, 13, 32, 8)
const VIENNA = 'Europe/Vienna'
const HOUR_MS = 3_600_000
const hours = (
  weekday: number,
  begin: string,
  end: string,
): { weekday: number; operatingHours: { begin: string; end: string } } => ({
  weekday,
  operatingHours: { begin, end },
})
const iso = (ms: number): string => new Date(ms).toISOString()
/** By hours as delivered. */
function isOpen(times: OpeningTimes, atMs: number, timeZone: string): boolean | null {
  const read = hoursFrom(times)
  return read && (openAt([read], atMs, timeZone)?.isOpen ?? null)
}

describe('a time of day', () => {
  it.each([
    ['06:30:00', 390],
    ['06/30/00', 390],
    ['6:30', 390],
    ['24:00:00', 1440],
    ['23:59:59', 1440],
    ['23:59:00', 1439],
  ])('is read from %s', (time, minutes) => {
    expect(minutesOf(time)).toBe(minutes)
  })

  it.each(['', 'noon', '25:00:00', '12:75', null, undefined])('is not read from %s', (time) => {
    expect(minutesOf(time)).toBeNull()
  })
})

describe('a week', () => {
  it('begins on Monday; 0 is Sunday, and so is 7', () => {
    const week = weekOf([hours(0, '10:00:00', '12:00:00'), hours(7, '14:00:00', '16:00:00')])
    expect(week?.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 0])
    expect(week?.at(-1)?.ranges).toEqual([
      { from: 600, to: 720 },
      { from: 840, to: 960 },
    ])
  })

  it('is unknown where no hours can be read', () => {
    expect(weekOf([])).toBeNull()
    expect(weekOf(null)).toBeNull()
    expect(weekOf([hours(1, 'early', 'late'), null])).toBeNull()
  })

  it.each([
    ['00:00:00', '24:00:00'],
    ['00/00/00', '23/59/59'],
    ['00:00:00', '00:00:00'],
  ])('knows whole days: %s to %s', (begin, end) => {
    const range = weekOf([hours(1, begin, end)])?.[0]?.ranges[0]
    expect(range && isAllDay(range)).toBe(true)
  })
})

describe('open now (Sunday, 14:32 in Vienna)', () => {
  it('goes by the site’s own zone', () => {
    const times = { regularHours: [hours(0, '14:00:00', '15:00:00')] }
    expect(isOpen(times, NOW_MS, VIENNA)).toBe(true)
    expect(isOpen(times, NOW_MS, 'America/New_York')).toBe(false)
  })

  it('goes on after midnight where the hours do', () => {
    const night = { regularHours: [hours(0, '22:00:00', '02:00:00')] }
    expect(isOpen(night, NOW_MS + 8 * HOUR_MS, VIENNA)).toBe(true)
    expect(isOpen(night, NOW_MS + 11 * HOUR_MS, VIENNA)).toBe(true)
    expect(isOpen(night, NOW_MS + 12 * HOUR_MS, VIENNA)).toBe(false)
    expect(isOpen(night, NOW_MS, VIENNA)).toBe(false)
  })

  it('is closed on an exceptional closing, open on an exceptional opening', () => {
    const regularHours = [hours(0, '08:00:00', '20:00:00')]
    const around = { begin: iso(NOW_MS - HOUR_MS), end: iso(NOW_MS + HOUR_MS) }
    const closings = { regularHours, exceptionalClosings: [around], exceptionalOpenings: [around] }
    expect(isOpen(closings, NOW_MS, VIENNA)).toBe(false)
    expect(isOpen({ exceptionalOpenings: [around] }, NOW_MS, VIENNA)).toBe(true)
    expect(isOpen(closings, NOW_MS + 2 * HOUR_MS, VIENNA)).toBe(true)
  })

  it('reads an exception without a zone in UTC, wherever the machine is', () => {
    vi.stubEnv('TZ', 'Asia/Tokyo')
    const around = {
      begin: iso(NOW_MS - HOUR_MS).replace('Z', ''),
      end: iso(NOW_MS + HOUR_MS).replace('Z', ''),
    }
    expect(isOpen({ exceptionalOpenings: [around] }, NOW_MS, VIENNA)).toBe(true)
    vi.unstubAllEnvs()
  })

  it('is not known where nothing is told', () => {
    expect(isOpen({}, NOW_MS, VIENNA)).toBeNull()
    expect(isOpen({ exceptionalClosings: [{ begin: null, end: null }] }, NOW_MS, VIENNA)).toBeNull()
  })
})
