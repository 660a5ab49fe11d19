import { describe, expect, it } from 'vitest'
import { median, rounded } from '#test/bench/statistics.ts'

describe('the median', () => {
  it('is the middle of an odd number of values, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5)
  })
  it('is the mean of the two middle ones of an even number', () => {
    expect(median([10, 1, 2, 4])).toBe(3)
  })
  it('is that value where there is one alone', () => {
    expect(median([7])).toBe(7)
  })
  it('leaves the values as they were', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })
  it('is no number where there is nothing', () => {
    expect(median([])).toBeNaN()
  })
})

describe('a rounded figure', () => {
  it('keeps three significant figures', () => {
    expect(rounded(1.2345)).toBe(1.23)
    expect(rounded(0.012345)).toBe(0.0123)
  })
  it('keeps every digit of whole numbers', () => {
    expect(rounded(20_930)).toBe(20_930)
  })
})
