import { describe, expect, it } from 'vitest'
import { languages } from '#renderer/i18n/languages.ts'
import { reminderMs, takeAlongText } from '#renderer/charging/take-along.ts'
import { messagesOf } from '#tools/words/catalogues.ts'
import { MINUTE_MS, NOW_MS } from '#test/support/entities.ts'

const bytes = (text: string): number => new TextEncoder().encode(text).length

describe('what is taken along on the phone', () => {
  const told = {
    title: 'Unplug your car',
    place: 'Hotel Mozart, plug 3',
    note: 'Stop code 3077; since 14:20',
    atMs: NOW_MS,
  }

  it('is an entry of the calendar, in UTC, whose texts are escaped', () => {
    const lines = takeAlongText(told).split('\n')
    expect(lines[0]).toBe('BEGIN:VEVENT')
    expect(lines.at(-1)).toBe('END:VEVENT')
    expect(lines).toContain('DTSTART:20261122T133208Z')
    expect(lines).toContain(String.raw`LOCATION:Hotel Mozart\, plug 3`)
    expect(lines).toContain(String.raw`DESCRIPTION:Stop code 3077\; since 14:20`)
    expect(lines).toContain('TRIGGER:PT0M')
  })

  it('is plain text where there is nothing to be reminded of', () => {
    expect(takeAlongText({ ...told, atMs: null })).toBe(
      'Stop code 3077; since 14:20\nHotel Mozart, plug 3',
    )
  })

  it.each(languages.map(({ code }) => code))('stays readable for phones in “%s”', (code) => {
    const words = messagesOf(code, 'guest')
    const title = words['take.title'] ?? ''
    const note = (words['take.note'] ?? '').replace('{code}', '3077').replace('{time}', '14:20')
    const place = 'Grandhotel Österreichischer Hof am Mirabellplatz, Garage 2'
    const text = takeAlongText({ title, note, place, atMs: NOW_MS })
    expect(title).not.toBe('')
    expect(note).toContain('3077')
    expect(bytes(text)).toBeLessThanOrEqual(300)
    expect(text).toContain('Grandhotel')
  })

  it('reminds ten minutes before staying costs, else about at the end, and never too late', () => {
    const inAnHour = NOW_MS + 60 * MINUTE_MS
    expect(reminderMs(inAnHour, NOW_MS + 20 * MINUTE_MS, NOW_MS)).toBe(inAnHour - 10 * MINUTE_MS)
    const roughly = reminderMs(NOW_MS + 9 * MINUTE_MS, NOW_MS + 21 * MINUTE_MS, NOW_MS) ?? 0
    expect(Math.abs(roughly - NOW_MS - 21 * MINUTE_MS)).toBeLessThanOrEqual(2.5 * MINUTE_MS)
    expect(roughly % (5 * MINUTE_MS)).toBe(0)
    expect(reminderMs(null, null, NOW_MS)).toBeNull()
    expect(reminderMs(NOW_MS, NOW_MS - MINUTE_MS, NOW_MS)).toBeNull()
  })
})
