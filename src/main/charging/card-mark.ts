import { createHmac } from 'node:crypto'

/**
 * What is kept of a guest's own card, to know it again: an HMAC of its number with a key of this
 * site. The number itself is never kept.
 */
export const cardMark = (key: string, tag: string): string =>
  createHmac('sha256', key).update(`own card\n${tag}`).digest('base64url')
