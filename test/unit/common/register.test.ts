import { describe, expect, it } from 'vitest'
import { registerDigits, registerKWh } from '#common/register.ts'

describe('a meter’s registers', () => {
  it.each([
    [24_370_000, 48_740_000, 24.37, 6],
    [12_500, 36_870, 24.37, 3],
    [1_204_511, 1_222_943, 18.432, 3],
    [120, 144, 24, 0],
    [1_200, 1_443, 24.3, 1],
  ])('%d and %d with %d kWh prove their unit: %d digits', (first, last, kWh, digits) => {
    expect(registerDigits(first, last, kWh)).toBe(digits)
  })

  it.each([
    ['another energy', 24_370_000, 48_740_000, 20],
    ['a register that stands', 12_500, 12_500, 24.37],
    ['a register that runs backwards', 36_870, 12_500, 24.37],
    ['too little energy', 12_500, 12_501, 0.001],
    ['no energy', 12_500, 36_870, null],
    ['one register alone', 12_500, null, 24.37],
  ])('prove nothing with %s', (_, first, last, kWh) => {
    expect(registerDigits(first, last, kWh)).toBeNull()
  })

  it('are shown with as many digits as they have, but three at the most', () => {
    expect(registerKWh(24_370_000, 6)).toEqual({ kWh: 24.37, shownDigits: 3 })
    expect(registerKWh(120, 0)).toEqual({ kWh: 120, shownDigits: 0 })
  })
})
