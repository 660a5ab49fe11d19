import { z } from 'zod'

/** Every code that can cross the bridge. The renderer has a sentence and a next step for each. */
export const errorCodes = [
  // the way to the platform
  'offline',
  'captive-portal',
  'timed-out',
  'unavailable',
  'unexpected-answer',
  /** A change was sent, and nobody knows what became of it; `details.cause` has the code of why. */
  'perhaps-done',
  // neither a site nor the demo
  'not-set-up',
  // the account
  'wrong-endpoint',
  'wrong-key',
  'wrong-credentials',
  'email-unconfirmed',
  'signed-out',
  'unauthorised',
  'forbidden',
  'clock-wrong',
  /** The platform gave tokens that had already run out, by its own time. */
  'sign-in-expired',
  // the question
  'invalid',
  'not-found',
  // charging
  'rejected',
  'connector-busy',
  'connector-late',
  'connector-not-startable',
  'option-gone',
  'start-open',
  'too-many-starts',
  'start-expired',
  'session-gone',
  'not-claimed',
  'wrong-code',
  'too-many-tries',
  'hold-open',
  'payment-refused',
  'payment-overdue',
  'needs-desk',
  'needs-booking',
  'card-unknown',
  'no-printer',
  'no-viewer',
  // the desk
  'wrong-pin',
  'no-pins',
  'pin-unfit',
  'needs-manager',
  'approval-gone',
  // the set-up
  'endpoint-unfit',
  'wrong-certificate',
  'proxy-refused',
  'not-graphql',
  'registration-refused',
  'logo-unfit',
  'colour-unfit',
  'setup-incomplete',
  'settings-unusable',
  // the terminal itself
  'storage',
  'bad-message',
  'unknown-command',
  'wrong-sender',
  'wrong-mode',
  'internal',
] as const

export const errorCodeSchema = z.enum(errorCodes)
export type ErrorCode = z.infer<typeof errorCodeSchema>

/** `message` is for logs and staff, in English; guests read the renderer's text for `code`. */
export const failureSchema = z.object({
  code: errorCodeSchema,
  message: z.string(),
  retryable: z.boolean(),
  /** Facts for the screen, e.g. the station's own reason as delivered. Never a secret. */
  details: z.record(z.string(), z.string()).optional(),
})
export type Failure = z.infer<typeof failureSchema>

/** What every command answers: commands never throw across the bridge. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure }
