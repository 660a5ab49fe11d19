import { describe, expect, it } from 'vitest'
import { dateIn, frameOf, type FrameName } from '#renderer/desk/sessions/time-frames.ts'

const VIENNA = 'Europe/Vienna'
/** Half past midnight on 1 March in Vienna: still February in UTC. */
const NOW_MS = Date.parse('2026-02-28T23:30:00Z')
const NO_DATES = { from: '', until: '' }

function isoOf(name: FrameName, own = NO_DATES): (string | null)[] {
  const { fromMs, untilMs } = frameOf(name, own, NOW_MS, VIENNA)
  return [fromMs, untilMs].map((ms) => (ms === null ? null : new Date(ms).toISOString()))
}

describe('a time frame', () => {
  it.each<[FrameName, string | null, string | null]>([
    ['all', null, null],
    ['today', '2026-02-28T23:00:00.000Z', null],
    ['week', '2026-02-22T23:00:00.000Z', null],
    ['days30', '2026-01-30T23:00:00.000Z', null],
    ['month', '2026-02-28T23:00:00.000Z', null],
    ['lastMonth', '2026-01-31T23:00:00.000Z', '2026-02-28T22:59:59.999Z'],
  ])('“%s” is whole days of the site: from %s to %s', (name, from, until) => {
    expect(isoOf(name)).toEqual([from, until])
  })

  it('of one’s own takes the last day in, also when the clocks are changed on it', () => {
    expect(isoOf('own', { from: '2026-03-29', until: '2026-03-29' })).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T21:59:59.999Z',
    ])
  })

  it('of one’s own may be open on either side', () => {
    expect(isoOf('own', { from: '2026-03-01', until: '' })).toEqual([
      '2026-02-28T23:00:00.000Z',
      null,
    ])
    expect(isoOf('own')).toEqual([null, null])
  })
})

describe('a text that is a date', () => {
  it.each([
    ['29.11', '2025-11-29'],
    ['29.11.', '2025-11-29'],
    ['1.3.', '2026-03-01'],
    ['2/3', '2025-03-02'],
    ['29.11.2024', '2024-11-29'],
    ['29/11/2024', '2024-11-29'],
    ['2024-11-29', '2024-11-29'],
    ['29 Nov', '2025-11-29'],
    ['29. November 2024', '2024-11-29'],
    ['Nov 29, 2024', '2024-11-29'],
    ['1 März', '2026-03-01'],
    ['24 Dez.', '2025-12-24'],
    ['12 Rooms', null],
    ['Bay 3', null],
    ['31.2.2024', null],
    ['2024-13-01', null],
    ['214', null],
    ['1.5', '2025-05-01'],
    ['Room 1.5', null],
    ['', null],
  ])('“%s” means %s', (text, date) => {
    expect(dateIn(text, NOW_MS, VIENNA)).toBe(date)
  })
})
