import { z } from 'zod'
import { failedStartSchema, startFailureSchema } from '../failed-starts.ts'
import { deskOnly, id } from './parts.ts'

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
  /** Writes those that the filter lets through into a file (CSV, RFC 4180). Goes into the audit trail. */
  'desk.exportFailedStarts': {
    input: z.strictObject({ end: startFailureSchema.optional() }),
    output: z.object({ file: z.string(), rows: z.number().int() }),
    modes: deskOnly,
  },
} as const
