/** The countdown that the guest sees, and the platform's `validUntil` (L3062). */
export const VALID_FOR_MS = 5 * 60_000
/** What the platform gives a start that names no time (L3064): so long its connector is kept. */
export const DEFAULT_VALID_FOR_MS = 10 * 60_000
