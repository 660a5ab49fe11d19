import { z } from 'zod'
import { sessionSchema } from '../charging.ts'
import {
  chartExportSchema,
  sessionExportKindSchema,
  sessionExportSchema,
  sessionFilterSchema,
  sessionNoteSchema,
} from '../desk-sessions.ts'
import { deskOnly, done, id, nothing } from './parts.ts'

const language = z.string().min(2).max(20)

/** What staff do with the account's sessions, past and present. The list itself is asked (ask lane). */
export const deskSessionsCommands = {
  /** Of these sessions those that have a booking reference or a note. */
  'desk.sessionNotes': {
    input: z.strictObject({ sessionIds: z.array(id).max(500) }),
    output: z.array(sessionNoteSchema),
    modes: deskOnly,
  },
  /** What this terminal keeps of one session, and for how long it keeps such things. */
  'desk.sessionRecord': {
    input: z.strictObject({ sessionId: id }),
    output: z.object({
      bookingReference: z.string().nullable(),
      note: z.string().nullable(),
      /** Of a session that has ended, as far as this terminal saw it. */
      powerCurve: sessionSchema.shape.powerCurve,
      keepDays: z.number(),
    }),
    modes: deskOnly,
  },
  /** Null forgets it. Goes into the audit trail, without the texts. */
  'desk.setNote': {
    input: z.strictObject({
      sessionId: id,
      bookingReference: z.string().trim().min(1).max(40).nullable(),
      note: z.string().trim().min(1).max(500).nullable(),
    }),
    output: done,
    modes: deskOnly,
  },
  /** Prints the receipt of any session of the account that has ended (`chargelog`, L389). */
  'desk.printReceipt': {
    input: z.strictObject({ sessionId: id, language }),
    output: done,
    modes: deskOnly,
  },
  /**
   * Begins to write the filtered list into a file (CSV, RFC 4180), or some sessions of it; the event `export`
   * tells how far it is. One at a time: refused as `invalid` while one is under way.
   */
  'desk.exportSessions': {
    input: z.strictObject({
      filter: sessionFilterSchema,
      language,
      sessionIds: z.array(id).min(1).max(500).optional(),
      /** A row for each session unless told. */
      kind: sessionExportKindSchema.optional(),
    }),
    output: z.object({ exportId: z.string() }),
    modes: deskOnly,
  },
  /** Writes what a chart shows into a file beside the lists, and says where it lies. */
  'desk.exportChart': {
    input: chartExportSchema,
    output: z.object({ file: z.string() }),
    modes: deskOnly,
  },
  /** Nothing is left of the file. */
  'desk.cancelExport': { input: z.strictObject({ exportId: id }), output: done, modes: deskOnly },
  /** The last export of this launch, and for how long files are kept. */
  'desk.lastExport': {
    input: nothing,
    output: z.object({ last: sessionExportSchema.nullable(), keepDays: z.number() }),
    modes: deskOnly,
  },
} as const
