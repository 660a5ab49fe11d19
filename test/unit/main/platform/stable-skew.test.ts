import { expect, it } from 'vitest'
import { stableSkew } from '#main/platform/stable-skew.ts'

/** What is in use after each of these measurements. */
function usedAfter(measuredMs: readonly number[], speed = 1): number[] {
  let nowMs = 0
  const skewMs = stableSkew(() => nowMs, { speed })
  return measuredMs.map((each) => {
    nowMs = each
    return skewMs()
  })
}

it('a difference of the clocks below the noise is none', () => {
  expect(usedAfter([400, -1_200, 2_900])).toEqual([0, 0, 0])
})

it('one beyond it is taken over as it is, and stays while the measurements move about it', () => {
  expect(usedAfter([-3_600_400.5, -3_599_600, -3_602_000])).toEqual([
    -3_600_400, -3_600_400, -3_600_400,
  ])
})

it('it follows at once where a clock was set right', () => {
  expect(usedAfter([3_600_000, 300, 200])).toEqual([3_600_000, 300, 300])
})

it('a clock that runs fast measures as much worse', () => {
  expect(usedAfter([30_000, -30_000], 60)).toEqual([0, 0])
})
