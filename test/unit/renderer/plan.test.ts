import { describe, expect, it } from 'vitest'
import { fitted, layPins, type Laid, type Pin } from '#renderer/guest/plan/lay-pins.ts'
import { toward } from '#renderer/guest/plan/toward.ts'

const pin = (x: number, y: number): Pin => ({ at: [x, y], widthPx: 50, heightPx: 50 })

/** Whether any two lie over each other. */
function overlap({ middles }: Laid): boolean {
  return middles.some((one, index) =>
    middles
      .slice(index + 1)
      .some((other) => Math.abs(one.xPx - other.xPx) < 50 && Math.abs(one.yPx - other.yPx) < 50),
  )
}

describe('a plan', () => {
  it('is as large as its room', () => {
    expect(fitted({ widthPx: 1000, heightPx: 1000 }, 2)).toBe(1000)
    expect(fitted({ widthPx: 1000, heightPx: 400 }, 2)).toBe(800)
  })

  it('has its pins where the operator put them', () => {
    expect(layPins([pin(10, 10), pin(50, 50)], 2, 1000)).toEqual({
      widthPx: 1000,
      middles: [
        { xPx: 100, yPx: 50 },
        { xPx: 500, yPx: 250 },
      ],
    })
  })

  it('keeps pins whole at its edges', () => {
    const { middles } = layPins([pin(0, 0), pin(100, 100)], 2, 1000)
    expect(middles).toEqual([
      { xPx: 25, yPx: 25 },
      { xPx: 975, yPx: 475 },
    ])
  })

  it('lets pins that would lie over each other stand aside', () => {
    const laid = layPins([pin(50, 50), pin(53, 50), pin(56, 50)], 2, 1000)
    expect(laid.widthPx).toBe(1000)
    expect(overlap(laid)).toBe(false)
    for (const { yPx } of laid.middles) expect(yPx).toBe(250)
  })

  it('is larger where they would stand too far aside, but not without end', () => {
    const row = Array.from({ length: 30 }, (_, index) => pin(10 + index * 2, 50))
    const laid = layPins(row, 2, 1000)
    expect(laid.widthPx).toBeGreaterThan(1000)
    expect(overlap(laid)).toBe(false)
    const heap = Array.from({ length: 90 }, () => pin(50, 50))
    expect(layPins(heap, 2, 300).widthPx).toBe(1200)
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
