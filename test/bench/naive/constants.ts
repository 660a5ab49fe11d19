/** The usual flat poll, whether somebody is there or not. */
export const POLL_MS = 5_000
export const PRICE_PENDING = 'Price …'
