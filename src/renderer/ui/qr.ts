import { encode } from 'uqr'

export interface Qr {
  /** Modules on a side, with the quiet zone. */
  readonly size: number
  /** All dark modules as one SVG path, a module being one unit. */
  readonly path: string
}

/** What a reader needs to see around a code, in modules (ISO/IEC 18004). */
const QUIET = 4

/** A QR code as one path: runs of dark modules of a row are drawn as one line. */
export function qrOf(text: string): Qr {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
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
