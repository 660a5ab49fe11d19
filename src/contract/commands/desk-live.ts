import { z } from 'zod'
import { chosenStart, deskOnly, deskOrSetup, done, id } from './parts.ts'

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
      reason: z.string().trim().min(1).max(200),
    }),
    output: done,
    modes: deskOrSetup,
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
