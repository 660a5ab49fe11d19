import { createHmac } from 'node:crypto'

/**
 * What is kept of a card, to know it again: an HMAC of its number with a key of this site. The number
 * itself is never kept.
 */
export const cardFingerprint = (key: string, tag: string): string =>
  createHmac('sha256', key).update(`own card\n${tag}`).digest('base64url')

/** The fingerprint of a card's number; null until the key is there, and where there is none. */
export type FingerprintOf = (tag: string) => string | null

export function createFingerprintOf(key: Promise<string>): FingerprintOf {
  let known: string | null = null
  key.then(
    (value) => {
      known = value
    },
    () => undefined,
  )
  return (tag) => (known === null ? null : cardFingerprint(known, tag))
}
