import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const BITS_PER_CHANNEL = 8
const TRUE_COLOUR = 2

/** A PNG file of `rgb`: three bytes a pixel, row by row from the top. */
export function encodePng(widthPx: number, heightPx: number, rgb: Uint8Array): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthPx, 0)
  header.writeUInt32BE(heightPx, 4)
  header.set([BITS_PER_CHANNEL, TRUE_COLOUR], 8)
  const rowBytes = widthPx * 3
  // Each row begins with its filter: none.
  const rows = Buffer.alloc((rowBytes + 1) * heightPx)
  for (let y = 0; y < heightPx; y += 1)
    rows.set(rgb.subarray(y * rowBytes, (y + 1) * rowBytes), y * (rowBytes + 1) + 1)
  const end = Buffer.alloc(0)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', end),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(content.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(content, 4)
  whole.writeUInt32BE(crc32(content), content.length + 4)
  return whole
}
