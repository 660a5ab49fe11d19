import { describe, expect, it } from 'vitest'
import { encode } from 'uqr'
import { qrOf } from '#renderer/ui/qr.ts'

const QUIET = 4

/** Draws the path again, module by module. */
function drawn(path: string, size: number): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x = '', y = '', run = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = Number(x); at < Number(x) + Number(run); at += 1) {
      const row = grid[Number(y)]
      if (row) row[at] = true
    }
  }
  return grid
}

describe('a QR code', () => {
  const link = 'https://pay.test/checkout/preauth-00123?language=en'
  const { path, size } = qrOf(link)

  it('has a quiet zone of four modules around it', () => {
    const grid = drawn(path, size)
    const edge = (index: number): boolean => index < QUIET || index >= size - QUIET
    const dark = grid.flatMap((row, y) => row.map((on, x) => on && (edge(x) || edge(y))))
    expect(dark).not.toContain(true)
  })

  it('draws every dark module and no other', () => {
    const { data } = encode(link, { ecc: 'M', border: 0 })
    const inner = drawn(path, size)
      .slice(QUIET, size - QUIET)
      .map((row) => row.slice(QUIET, size - QUIET))
    expect(inner).toEqual(data)
  })
})
