import type { Fetch } from '#main/platform/http.ts'
import { readLimited } from '#main/platform/read-limited.ts'

/** A picture as it is served: its type is read from its bytes, never from what a server says. */
export interface Picture {
  type: 'image/png' | 'image/jpeg' | 'image/webp'
  bytes: Uint8Array<ArrayBuffer>
}

export const MOST_PICTURE_BYTES = 5 * 1024 * 1024
/** Real milliseconds for the whole exchange. */
const LONGEST_MS = 8_000

/**
 * Fetches one picture: within 8 s and 5 MB, without our token, without redirects; PNG, JPEG or WebP.
 * Null for everything else: a picture that cannot be had is no failure, it is left out.
 */
export async function fetchPicture(fetch: Fetch, url: string): Promise<Picture | null> {
  try {
    const response = await fetch(url, {
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(LONGEST_MS),
      headers: { accept: 'image/webp,image/png,image/jpeg' },
    })
    if (response.status !== 200 || declaredBytes(response) > MOST_PICTURE_BYTES) {
      await response.body?.cancel()
      return null
    }
    const bytes = await readLimited(response, MOST_PICTURE_BYTES)
    const type = bytes && pictureTypeOf(bytes)
    return type ? { type, bytes } : null
  } catch {
    return null
  }
}

function declaredBytes(response: Response): number {
  return Number(response.headers.get('content-length') ?? 0)
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
