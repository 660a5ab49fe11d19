import { describe, expect, it } from 'vitest'
import { countBySecond, sum } from '#test/bench/fleet/seconds.ts'

describe('counting by seconds', () => {
  it('puts each time into its second, and leaves out what lies outside', () => {
    const counts = countBySecond([999, 1_000, 1_999, 2_000, 3_999, 4_000], 1_000, 3)
    expect(counts).toEqual([2, 1, 1])
    expect(sum(counts)).toBe(4)
  })
})
