import { z } from 'zod'
import { failedStartSchema, startFailureSchema } from '../failed-starts.ts'
import { deskOnly, id, nothing } from './parts.ts'

/** Why starts at this terminal began no charge. */
export const deskStartsCommands = {
  /** Newest first; `beforeId` pages back. A filter that is left out lets everything through. */
  'desk.failedStarts': {
    input: z.strictObject({
      beforeId: z.number().int().nullable(),
      limit: z.number().int().min(1).max(500),
      connectorId: id.optional(),
      end: startFailureSchema.optional(),
    }),
    output: z.array(failedStartSchema),
    modes: deskOnly,
  },
  /** Writes all that are kept into a file (CSV, RFC 4180). Goes into the audit trail. */
  'desk.exportFailedStarts': {
    input: nothing,
    output: z.object({ file: z.string(), rows: z.number().int() }),
    modes: deskOnly,
  },
} as const
