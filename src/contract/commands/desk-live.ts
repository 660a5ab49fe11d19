import { z } from 'zod'
import { chosenStart, deskOnly, deskOrSetup, done, id } from './parts.ts'

const reason = z.string().trim().min(1).max(200)

/** What staff do for guests. */
export const deskLiveCommands = {
  /** As `charging.start`, past the operator's rules for guests. */
  'desk.start': {
    input: z.strictObject({
      ...chosenStart,
      /** `remoteStartWithoutInvoicing` (L2527), where the operator lets this person. */
      withoutInvoice: z.boolean(),
    }),
    output: z.object({ startId: z.string() }),
    modes: deskOrSetup,
  },
  /** Stops any session of the account at this site, or a start by own card; the reason goes into the audit trail. */
  'desk.stop': {
    input: z.strictObject({
      sessionId: id,
      requestId: id,
      reason,
    }),
    output: done,
    modes: deskOrSetup,
  },
  /** As `charging.cancel`; goes into the audit trail. */
  'desk.cancel': {
    input: z.strictObject({ startId: id }),
    output: z.object({ validUntilMs: z.number() }),
    modes: deskOnly,
  },
  /**
   * Closes in the ledger what nobody answers for: an open start, or a session that a stop did not end
   * or whose station does not answer. Nothing is sent. It keeps its connector no more, and is shown
   * as closed until the platform ends it. `invalid` while it can still be stopped.
   */
  'desk.close': {
    input: z.strictObject({ what: z.enum(['start', 'session']), id, reason }),
    output: done,
    modes: deskOnly,
  },
  /** Starts what a guest asked for, as that guest's start. */
  'desk.approve': {
    input: z.strictObject({ approvalId: id }),
    output: z.object({ startId: z.string() }),
    modes: deskOnly,
  },
  'desk.decline': { input: z.strictObject({ approvalId: id }), output: done, modes: deskOnly },
  /** Reads out a session's stop code; goes into the audit trail. */
  'desk.stopCode': {
    input: z.strictObject({ sessionId: id }),
    output: z.object({ stopCode: z.string() }),
    modes: deskOnly,
  },
} as const
