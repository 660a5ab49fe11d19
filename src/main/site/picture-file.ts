import type { Fetch } from '#main/platform/http.ts'
import { readLimited } from '#main/platform/read-limited.ts'
import { pictureTypeOf, type Picture } from '#main/core/picture.ts'

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
