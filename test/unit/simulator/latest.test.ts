import { expect, it } from 'vitest'
import { forgetOldest, KEPT, LatestMap } from '#simulator/state/latest.ts'

it('keeps the latest entries only', () => {
  const map = new LatestMap<string, number>(2)
  map.set('a', 1).set('b', 2).set('c', 3)
  expect([...map]).toEqual([
    ['b', 2],
    ['c', 3],
  ])
})

it('keeps an entry that is set again in its place', () => {
  const map = new LatestMap<string, number>(2)
  map.set('a', 1).set('b', 2).set('a', 3)
  expect([...map]).toEqual([
    ['a', 3],
    ['b', 2],
  ])
})

it('forgets the oldest of a list that may go, one for each that is too many', () => {
  const list = Array.from({ length: KEPT + 1 }, (_, n) => n)
  forgetOldest(list, (n) => n > 3)
  expect(list).toHaveLength(KEPT)
  expect(list.slice(0, 6)).toEqual([0, 1, 2, 3, 5, 6])
  forgetOldest(list)
  expect(list).toHaveLength(KEPT)
})
