import { describe, expect, it } from 'vitest'
import { addBattery, type BatteryPoint } from '#main/charging/sessions/battery-track.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60_000

const trackOf = (points: readonly BatteryPoint[]): readonly BatteryPoint[] =>
  points.reduce<readonly BatteryPoint[]>(addBattery, [])

describe('what a car told of its battery', () => {
  it('is kept for twenty minutes, in sixty points and the newest at most', () => {
    const hour = Array.from({ length: 720 }, (_, index) => ({
      atMs: index * 5 * SECOND_MS,
      percent: 20 + index / 20,
    }))
    const track = trackOf(hour)
    const first = track[0]?.atMs ?? 0
    expect(track.at(-1)).toEqual(hour.at(-1))
    expect(first).toBeGreaterThanOrEqual(40 * MINUTE_MS - 5 * SECOND_MS)
    expect(first).toBeLessThan(41 * MINUTE_MS)
    expect(track.length).toBeLessThanOrEqual(61)
  })

  it('takes no value twice, and none from before', () => {
    const [one, other] = [
      { atMs: MINUTE_MS, percent: 40 },
      { atMs: 2 * MINUTE_MS, percent: 41 },
    ]
    expect(trackOf([one, other, other, { atMs: MINUTE_MS, percent: 90 }])).toEqual([one, other])
  })
})
