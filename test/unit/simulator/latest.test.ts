import { expect, it } from 'vitest'
import { forgetOldest, KEPT } from '#simulator/state/latest.ts'

it('forgets the oldest of a list that may go, one for each that is too many', () => {
  const list = Array.from({ length: KEPT + 1 }, (_, n) => n)
  forgetOldest(list, (n) => n > 3)
  expect(list).toHaveLength(KEPT)
  expect(list.slice(0, 6)).toEqual([0, 1, 2, 3, 5, 6])
  forgetOldest(list)
  expect(list).toHaveLength(KEPT)
})
