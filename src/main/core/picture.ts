/** A picture as it is served: its type is read from its bytes, never from what a server or a name says. */
export interface Picture {
  type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml'
  bytes: Uint8Array<ArrayBuffer>
}

const ANY = null
/** What files of each type begin with. */
const BEGINNINGS: readonly [Picture['type'], readonly (number | null)[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  // "RIFF", four bytes of length, "WEBP".
  ['image/webp', [0x52, 0x49, 0x46, 0x46, ANY, ANY, ANY, ANY, 0x57, 0x45, 0x42, 0x50]],
]

/** The type that the first bytes tell; null for every other one, SVG among them. */
export function pictureTypeOf(bytes: Uint8Array): Picture['type'] | null {
  const begins = (beginning: readonly (number | null)[]): boolean =>
    beginning.every((byte, at) => byte === ANY || bytes[at] === byte)
  return BEGINNINGS.find(([, beginning]) => begins(beginning))?.[0] ?? null
}

/** XML whose first element is `svg`. */
const SVG =
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*(?:<!DOCTYPE svg[^>[]*>\s*)?(?:<!--[^]*?-->\s*)*<svg[\s>]/i

/** Whether it is an SVG, which is shown by an `img` alone: there it runs no script and loads nothing. */
export const isSvg = (bytes: Uint8Array): boolean => SVG.test(new TextDecoder().decode(bytes))
