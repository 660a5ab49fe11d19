import { expect, it } from 'vitest'
import { LatestMap } from '#common/latest-map.ts'

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
