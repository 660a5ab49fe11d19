/** The usual flat poll, whoever is there. */
export const POLL_MS = 5_000
export const PRICE_PENDING = 'Price …'
