import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createClock } from '#common/clock.ts'
import type { ScreenHours } from '#main/settings/option-values.ts'
import { keepDisplayOn } from '#main/shell/display-hours.ts'

const HOUR_MS = 3_600_000

/** A day in Vienna from midnight on, an hour a step: whether the display is kept on. */
async function day(hours: ScreenHours | null): Promise<string> {
  const midnightMs = Date.UTC(2026, 10, 24, 23)
  const clock = createClock({ startMs: midnightMs, speed: 0 })
  vi.spyOn(clock, 'followMachine').mockReturnValue(undefined)
  const held = new Set<number>()
  let last = 0
  const close = keepDisplayOn({
    blocker: {
      start(type) {
        expect(type).toBe('prevent-display-sleep')
        held.add(++last)
        return last
      },
      stop: (id) => held.delete(id),
    },
    ...{ clock, hours: () => hours, timeZone: () => 'Europe/Vienna' },
  })
  onTestFinished(() => {
    close()
    expect(held.size).toBe(0)
  })
  let seen = ''
  for (let hour = 0; hour < 24; hour += 1) {
    await clock.advance(60_000)
    expect(held.size).toBeLessThanOrEqual(1)
    seen += held.size === 1 ? '#' : '.'
    await clock.advance(HOUR_MS - 60_000)
  }
  return seen
}

describe('the display', () => {
  it.each([
    ['always', null, '########################'],
    ['06:00-23:00', { from: '06:00', until: '23:00' }, '......#################.'],
    ['17:00-02:00', { from: '17:00', until: '02:00' }, '##...............#######'],
  ])('is kept on %s, and left to the system when the terminal ends', async (_text, hours, kept) => {
    expect(await day(hours)).toBe(kept)
  })
})
