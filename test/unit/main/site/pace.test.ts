import { describe, expect, it } from 'vitest'
import { pollingPhaseMs } from '#main/site/polling-phase.ts'
import { nextDelayMs, timeLimitMs, type PaceInput } from '#main/site/pace.ts'

const base: PaceInput = {
  ...{ busy: false, present: false, failures: 0, lastTookMs: 100, random: 0 },
  ...{ nowMs: 1_795_424_400_000, phaseMs: 3_210_987_654 },
}
const randoms = [0, 0.25, 0.5, 0.75, 1]
const moments = Array.from({ length: 60 }, (_, index) => base.nowMs + 499 * index)

describe('the pace of the refreshes', () => {
  it.each([
    ['something starts or stops', { busy: true }, 1_000],
    ['somebody is there', { present: true }, 5_000],
    ['nobody is there', {}, 14_000],
  ])('when %s: %j takes %d ms, at most, and then exactly that', (_name, over, limitMs) => {
    for (const nowMs of moments) {
      const delayMs = nextDelayMs({ ...base, ...over, nowMs })
      expect(delayMs).toBeGreaterThan(0)
      expect(delayMs).toBeLessThanOrEqual(limitMs)
      expect(nextDelayMs({ ...base, ...over, nowMs: nowMs + delayMs })).toBe(limitMs)
      expect(nextDelayMs({ ...base, ...over, nowMs: nowMs + delayMs + 60 })).toBe(limitMs - 60)
    }
  })

  it('keeps a terminal to its turn, which its id says', () => {
    const turnOf = (id: string): number => {
      const phaseMs = pollingPhaseMs(id)
      return (base.nowMs + nextDelayMs({ ...base, phaseMs })) % 14_000
    }
    expect(turnOf('one')).toBe(turnOf('one'))
    expect(turnOf('one')).not.toBe(turnOf('another'))
  })

  it('tries once more after exactly a second', () => {
    for (const random of randoms) expect(nextDelayMs({ ...base, failures: 1, random })).toBe(1_000)
  })

  it('backs off with jitter at rest, and then takes its turn every 28 s', () => {
    const delays = (random: number): number[] =>
      [2, 3, 4].map((failures) => nextDelayMs({ ...base, failures, random }))
    expect(delays(0)).toEqual([2_000, 4_000, 8_000])
    expect(delays(1)).toEqual([1_800, 3_600, 7_200])
    const firstMs = base.nowMs + nextDelayMs({ ...base, failures: 5 })
    expect(firstMs - base.nowMs).toBeLessThanOrEqual(28_000)
    for (const failures of [6, 7, 50])
      expect(nextDelayMs({ ...base, failures, nowMs: firstMs })).toBe(28_000)
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
