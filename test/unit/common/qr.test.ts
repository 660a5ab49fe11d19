import { describe, expect, it } from 'vitest'
import { encode } from 'uqr'
import { fitsCode } from '#platform/link.ts'
import { qrOf } from '#common/qr.ts'

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
  const { path, size } = qrOf(link) ?? { path: '', size: 0 }

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

describe('a long link', () => {
  /** The most bytes of any code (version 40), as medium and as low error correction hold them. */
  const MEDIUM = 2331
  const LOW = 2953
  const long = (length: number): string => `https://pay.test/${'a'.repeat(length - 17)}`

  it.each([MEDIUM, MEDIUM + 1, LOW])('of %d characters is drawn', (length) => {
    expect(qrOf(long(length))?.path).toMatch(/^M/)
    expect(fitsCode(long(length))).toBe(true)
  })

  it('of more characters than a code holds is not drawn, and known beforehand not to be', () => {
    expect(qrOf(long(LOW + 1))).toBeNull()
    expect(fitsCode(long(LOW + 1))).toBe(false)
  })
})
