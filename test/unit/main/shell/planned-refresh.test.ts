import { expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import { planRefresh } from '#main/shell/planned-refresh.ts'

const HOUR_MS = 3_600_000
/** 2026-11-25 at noon in Vienna. */
const NOON_MS = Date.UTC(2026, 10, 25, 11)

function plan(options: { at?: string | null; startMs?: number } = {}) {
  const { at = '03:30', startMs = NOON_MS } = options
  const clock = createClock({ startMs, speed: 0 })
  const hours: string[] = []
  let isFree = true
  planRefresh({
    clock,
    at: () => at,
    timeZone: () => 'Europe/Vienna',
    isFree: () => isFree,
    refresh: () => {
      hours.push(new Date(clock.now()).toISOString().slice(8, 16))
    },
  })
  return {
    clock,
    hours,
    busy(is: boolean): void {
      isFree = !is
    },
  }
}

it('refreshes once a night at its time in the site’s time zone', async () => {
  const { clock, hours } = plan()
  await clock.advance(48 * HOUR_MS)
  expect(hours).toEqual(['26T02:30', '27T02:30'])
})

it('waits for whoever uses the terminal, and gives up for the night after three hours', async () => {
  const { clock, hours, busy } = plan()
  busy(true)
  await clock.advance(16 * HOUR_MS)
  busy(false)
  await clock.advance(1 * HOUR_MS)
  expect(hours).toEqual(['26T03:01'])

  busy(true)
  await clock.advance(26 * HOUR_MS)
  busy(false)
  await clock.advance(12 * HOUR_MS)
  expect(hours).toHaveLength(1)
})

it('leaves a terminal alone that was started that night, or that shall never be refreshed', async () => {
  const started = plan({ startMs: NOON_MS + 15 * HOUR_MS })
  await started.clock.advance(12 * HOUR_MS)
  const never = plan({ at: null })
  await never.clock.advance(48 * HOUR_MS)
  expect([...started.hours, ...never.hours]).toEqual([])
})
