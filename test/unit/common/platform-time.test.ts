import { describe, expect, it } from 'vitest'
import { platformTimeMs, timeWithoutZone } from '#common/platform-time.ts'

const iso = (text: string): string | null => {
  const ms = platformTimeMs(text)
  return ms === null ? null : new Date(ms).toISOString()
}

describe('a time of the platform', () => {
  it.each([
    ['2026-11-23T09:00:00', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23 09:00:00', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23T09:00:00.250', '2026-11-23T09:00:00.250Z'],
    ['2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23T09:00:00+01:00', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23T09:00:00-0230', '2026-11-23T11:30:00.000Z'],
    ['2026-11-23', '2026-11-23T00:00:00.000Z'],
  ])('%s is %s, in whatever zone the machine is', (text, told) => {
    for (const zone of ['Europe/Vienna', 'UTC', 'America/New_York']) {
      process.env['TZ'] = zone
      expect(iso(text)).toBe(told)
    }
  })

  it.each([
    '2026-02-30T09:00:00Z',
    '2026-13-01',
    '2026-11-23T25:00:00Z',
    '23.11.2026 09:00',
    'soon',
    '',
  ])('that nobody can read is none: %j', (text) => {
    expect(iso(text)).toBeNull()
  })
})

describe('an answer', () => {
  it.each(['2026-11-23T09:00:00', '2026-11-23 09:00', '2026-11-23T09:00:00.250'])(
    'with %s has a time without a zone',
    (time) => {
      expect(timeWithoutZone(JSON.stringify({ data: { at: time } }))).toBe(time)
    },
  )

  it.each(['2026-11-23T09:00:00Z', '2026-11-23T09:00:00+01:00', '2026-11-23', '09:00:00', 'soon'])(
    'with %s has none',
    (time) => {
      expect(timeWithoutZone(JSON.stringify({ data: { at: time } }))).toBeNull()
    },
  )
})
