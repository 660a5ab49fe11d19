import { expect, test } from 'vitest'
import { createRandom } from '#simulator/random.ts'

const draw = (seed: number, label: string): number[] => {
  const random = createRandom(seed, label)
  return Array.from({ length: 5 }, () => random.next())
}

test('the same seed and label give the same numbers', () => {
  expect(draw(7, 'guests')).toEqual(draw(7, 'guests'))
})

test('another seed or another label gives other numbers', () => {
  expect(draw(7, 'guests')).not.toEqual(draw(8, 'guests'))
  expect(draw(7, 'guests')).not.toEqual(draw(7, 'strangers'))
})

test('numbers stay within their bounds and reach both ends', () => {
  const random = createRandom(1, 'bounds')
  const drawn = new Set(Array.from({ length: 500 }, () => random.whole(3, 6)))
  expect([...drawn].sort()).toEqual([3, 4, 5, 6])
})

test('ids are UUIDs of version 4', () => {
  const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  expect(createRandom(1, 'ids').uuid()).toMatch(pattern)
})
