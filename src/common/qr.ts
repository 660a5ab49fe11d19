import { encode, type QrCodeGenerateResult } from 'uqr'

export interface Qr {
  /** Modules on a side, with the quiet zone. */
  readonly size: number
  /** All dark modules as one SVG path, a module being one unit. */
  readonly path: string
}

/** What a reader needs to see around a code, in modules (ISO/IEC 18004). */
const QUIET = 4

/** As sturdy as it can be: most are medium, long ones have the least error correction. */
const LEVELS = ['M', 'L'] as const

/**
 * A QR code as one path: runs of dark modules of a row are drawn as one line. Null for a text that is too
 * long for any.
 */
export function qrOf(text: string): Qr | null {
  for (const ecc of LEVELS) {
    const code = encoded(text, ecc)
    if (code) return drawn(code)
  }
  return null
}

function encoded(text: string, ecc: (typeof LEVELS)[number]): QrCodeGenerateResult | null {
  try {
    return encode(text, { ecc, border: 0 })
  } catch (thrown) {
    // What it throws for a text that is too long.
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}

function drawn({ data, size }: QrCodeGenerateResult): Qr {
  const lines = data.flatMap((row, y) =>
    runs(row).map(
      ({ from, length }) =>
        `M${String(from + QUIET)} ${String(y + QUIET)}h${String(length)}v1h-${String(length)}z`,
    ),
  )
  return { size: size + 2 * QUIET, path: lines.join('') }
}

function runs(row: readonly boolean[]): { from: number; length: number }[] {
  const found: { from: number; length: number }[] = []
  row.forEach((dark, x) => {
    if (!dark) return
    const last = found.at(-1)
    if (last && last.from + last.length === x) last.length += 1
    else found.push({ from: x, length: 1 })
  })
  return found
}
