import { describe, expect, it } from 'vitest'
import { nextDelayMs, timeLimitMs, type PaceInput } from '#main/site/pace.ts'

const base: PaceInput = { busy: false, present: false, failures: 0, lastTookMs: 100, random: 0 }
const randoms = [0, 0.25, 0.5, 0.75, 1]

describe('the pace of the refreshes', () => {
  it.each([
    ['something starts or stops', { busy: true }, 1_000],
    ['somebody is there', { present: true }, 5_000],
    ['nobody is there', {}, 15_000],
  ])('when %s: %j takes %d ms, jitter only shortens', (_name, over, limitMs) => {
    for (const random of randoms) {
      const delayMs = nextDelayMs({ ...base, ...over, random })
      expect(delayMs).toBeLessThanOrEqual(limitMs)
      expect(delayMs).toBeGreaterThanOrEqual(limitMs * 0.8)
    }
  })

  it('tries once more after exactly a second', () => {
    for (const random of randoms) expect(nextDelayMs({ ...base, failures: 1, random })).toBe(1_000)
  })

  it('backs off to 30 s at rest', () => {
    const delays = [2, 3, 4, 5, 6, 20].map((failures) => nextDelayMs({ ...base, failures }))
    expect(delays).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
  })

  it('leaves no more than 5 s between the ends of two tries while somebody is there', () => {
    for (const failures of [2, 3, 5, 50])
      for (const lastTookMs of [0, 500, 4_000])
        for (const random of randoms) {
          const input = { ...base, present: true, failures, lastTookMs, random }
          expect(nextDelayMs(input) + lastTookMs).toBeLessThanOrEqual(5_000)
          expect(nextDelayMs(input)).toBeGreaterThanOrEqual(500)
        }
  })

  it('tells a loss within the promised times, refused and hanging', () => {
    const told = (present: boolean, tryMs: number): number =>
      nextDelayMs({ ...base, present }) + 2 * tryMs + nextDelayMs({ ...base, present, failures: 1 })
    expect(told(true, 50)).toBeLessThanOrEqual(7_000)
    expect(told(false, 50)).toBeLessThanOrEqual(17_000)
    expect(told(true, timeLimitMs(true))).toBeLessThanOrEqual(15_000)
    expect(told(false, timeLimitMs(false))).toBeLessThanOrEqual(40_000)
  })
})
