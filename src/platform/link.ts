const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * A delivered link that may be shown as a QR code or opened: https, or http to this machine, and no user
 * name before the host, which would pass for the host; else null.
 */
export function linkOf(text: string | null | undefined): string | null {
  const url = URL.parse(text?.trim() ?? '')
  if (url === null || url.username !== '' || url.password !== '') return null
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname))
  return isSafe ? url.href : null
}
