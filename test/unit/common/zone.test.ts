import { describe, expect, it } from 'vitest'
import { dayStartMs, isoInZone } from '#common/zone.ts'

const VIENNA = 'Europe/Vienna'
const at = (iso: string): number => Date.parse(iso)

describe('time in the site’s zone', () => {
  it.each([
    ['2026-11-23T09:00:00.400Z', VIENNA, '2026-11-23T10:00:00+01:00'],
    ['2026-07-23T09:00:00Z', VIENNA, '2026-07-23T11:00:00+02:00'],
    ['2026-11-23T02:00:00Z', 'America/St_Johns', '2026-11-22T22:30:00-03:30'],
    ['2026-11-23T09:00:00Z', 'UTC', '2026-11-23T09:00:00+00:00'],
  ])('%s in %s is written as %s', (iso, zone, written) => {
    expect(isoInZone(at(iso), zone)).toBe(written)
  })

  it('a day begins at the zone’s midnight, also when the clocks are changed', () => {
    expect(dayStartMs(2026, 11, 23, VIENNA)).toBe(at('2026-11-22T23:00:00Z'))
    expect(dayStartMs(2026, 3, 29, VIENNA)).toBe(at('2026-03-28T23:00:00Z'))
    expect(dayStartMs(2026, 3, 30, VIENNA)).toBe(at('2026-03-29T22:00:00Z'))
    expect(dayStartMs(2026, 10, 26, VIENNA)).toBe(at('2026-10-25T23:00:00Z'))
  })

  it('months run over into the next and the last year', () => {
    expect(dayStartMs(2026, 13, 1, 'UTC')).toBe(at('2027-01-01T00:00:00Z'))
    expect(dayStartMs(2026, 0, 1, 'UTC')).toBe(at('2025-12-01T00:00:00Z'))
  })
})
