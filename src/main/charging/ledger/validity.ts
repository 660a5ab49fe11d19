/** The countdown that the guest sees, and the platform's `validUntil` (L3062). */
export const VALID_FOR_MS = 5 * 60_000
/** The platform's default for a start without a time (L3064): its connector is kept this long. */
export const DEFAULT_VALID_FOR_MS = 10 * 60_000
/** How long starts and stops are kept: long after any request of this terminal can be repeated or begin late. */
export const REMEMBERED_MS = 48 * 3_600_000
