import { describe, expect, it } from 'vitest'
import { fitted, spread, type Pin } from '#renderer/guest/plan/spread.ts'
import { toward } from '#renderer/guest/plan/toward.ts'

const pin = (x: number, y: number): Pin => ({ at: [x, y], widthPx: 100, heightPx: 50 })

describe('a plan', () => {
  it('is as large as its room', () => {
    expect(fitted({ widthPx: 1000, heightPx: 1000 }, 2)).toBe(1000)
    expect(fitted({ widthPx: 1000, heightPx: 400 }, 2)).toBe(800)
    expect(spread([pin(10, 10), pin(50, 50)], 2, 1000)).toBe(1000)
  })

  it('is larger where pins would lie over each other, as far as they need', () => {
    expect(spread([pin(10, 10), pin(15, 10)], 2, 1000)).toBe(2000)
    expect(spread([pin(10, 10), pin(10, 20)], 2, 800)).toBe(1000)
  })

  it('does not grow without end, nor for pins of one place', () => {
    expect(spread([pin(10, 10), pin(10.01, 10)], 2, 1000)).toBe(4000)
    expect(spread([pin(10, 10), pin(10, 10)], 2, 1000)).toBe(1000)
  })
})

describe('an arrow key', () => {
  const spots = [
    { x: 0, y: 0 },
    { x: 100, y: 10 },
    { x: 200, y: 0 },
    { x: 10, y: 100 },
  ]
  it('leads to the nearest pin in its direction', () => {
    const [here = { x: 0, y: 0 }] = spots
    expect(toward('ArrowRight', here, spots)).toBe(1)
    expect(toward('ArrowDown', here, spots)).toBe(3)
    expect(toward('ArrowLeft', here, spots)).toBeNull()
    expect(toward('Enter', here, spots)).toBeNull()
  })
})
