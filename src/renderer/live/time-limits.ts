/** What happens by itself when nobody touches the screen, and how long before it is told. Real ms, of people. */
export interface TimeLimit {
  /** Without a touch or key for so long it happens. */
  readonly afterMs: number
  /** So long before it somebody is asked or told; any touch or key begins the time anew. */
  readonly warnsMs: number
}

/** Nobody is given less time to answer. */
export const LEAST_WARNING_MS = 20_000

/**
 * Every time after which a guest's screen goes elsewhere or forgets what was chosen. Each is prolonged for who needs
 * more time (use-more-time.ts). The times of a start (to plug in, to pay) are the platform's.
 */
export const guestLimits = {
  /** Any screen but these: asks, and goes back to the board. */
  screen: { afterMs: 80_000, warnsMs: LEAST_WARNING_MS },
  /** A start that is paid on the guest's phone, and one that waits for the desk: both take some minutes. */
  paying: { afterMs: 320_000, warnsMs: LEAST_WARNING_MS },
  /** There are codes on it to scan. */
  summary: { afterMs: 140_000, warnsMs: LEAST_WARNING_MS },
  /** A board whose guest has chosen a language or a way to see it: puts that back. */
  board: { afterMs: 80_000, warnsMs: LEAST_WARNING_MS },
} as const satisfies Record<string, TimeLimit>

export type GuestLimit = keyof typeof guestLimits

/** Desk and set-up lock after main's time, which the operator settles: so long before it they say so. */
export const LOCK_WARNS_MS = 30_000

/** When desk and set-up begin to say that they lock (ms without a touch): half the time where that is short. */
export const lockWarnsAfterMs = (lockAfterMs: number): number =>
  lockAfterMs - Math.min(LOCK_WARNS_MS, lockAfterMs / 2)
