const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * A delivered link that may be shown as a QR code, opened, or asked at: https, or http to this machine, and
 * no user name before the host, which would pass for the host; else null. Every part that shows or follows a link
 * asks here; what main itself fetches for the page must lie in public besides (`site/public-address.ts`).
 */
export function linkOf(text: string | null | undefined): string | null {
  const url = URL.parse(text?.trim() ?? '')
  if (url === null || url.username !== '' || url.password !== '') return null
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname))
  return isSafe ? url.href : null
}

/** Most bytes of the largest QR code with the least error correction (ISO/IEC 18004: version 40, L). */
const MOST_CODE_BYTES = 2_953

/** Whether a link, as {@link linkOf} gives it (ASCII), can be drawn as a code. */
export const fitsCode = (link: string): boolean => link.length <= MOST_CODE_BYTES
