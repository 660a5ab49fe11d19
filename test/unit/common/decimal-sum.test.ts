import { describe, expect, it } from 'vitest'
import { decimalSum } from '#common/decimal-sum.ts'

describe('a sum of decimals', () => {
  it.each([
    [[0.1, 0.2], 0.3],
    [[1.005, 1.005], 2.01],
    [[-1.5, 0.25], -1.25],
    [[3, 4], 7],
    [[0.0001, 2e-7], 0.0001],
    [[], 0],
  ])('of %j is %d', (values, sum) => {
    expect(decimalSum(values)).toBe(sum)
  })

  it('adds ten thousand prices without an error', () => {
    expect(decimalSum(Array<number>(10_000).fill(8.39))).toBe(83_900)
  })
})
