import { z } from 'zod'
import { failureSchema } from './errors.ts'

/** Which sessions of the account are looked at. Times in epoch ms; null: without an end on that side. */
export const sessionFilterSchema = z.strictObject({
  status: z.enum(['all', 'running', 'ended']),
  fromMs: z.number().int().nullable(),
  /** The last moment that counts. */
  untilMs: z.number().int().nullable(),
  /** Words looked for by the terminal: the platform cannot (ChargelogFilter, L3552). */
  text: z.string().trim().max(100),
})
export type SessionFilter = z.infer<typeof sessionFilterSchema>

/** What the desk wrote down for a session. Kept at this terminal alone, for as long as the operator says. */
export const sessionNoteSchema = z.object({
  sessionId: z.string(),
  bookingReference: z.string().nullable(),
  note: z.string().nullable(),
})
export type SessionNote = z.infer<typeof sessionNoteSchema>

/** What a file has a row for: each session, or the sums by booking reference or by who started. */
export const sessionExportKindSchema = z.enum(['sessions', 'by-reference', 'by-starter'])
export type SessionExportKind = z.infer<typeof sessionExportKindSchema>

/** A list of sessions that is written into a file. */
export const sessionExportSchema = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Sessions that the platform has delivered so far. */
  read: z.number().int(),
  /** Those of them in the file. */
  rows: z.number().int(),
  /** Sessions that the platform counts but could not deliver: they are not in the file. */
  missing: z.number().int(),
  /** The platform counts more than it delivered, or began to repeat itself. */
  mayLack: z.boolean(),
  /** How many the platform says there are; null when it does not say. */
  total: z.number().int().nullable(),
  /** Where the file lies, once it is whole. */
  file: z.string().nullable(),
  failure: failureSchema.nullable(),
})
export type SessionExport = z.infer<typeof sessionExportSchema>

const cellSchema = z.union([z.string().max(200), z.number(), z.null()])
/** A picture that draws, and neither runs nor loads anything. */
const HARMLESS_SVG =
  /^<svg(?![^]*(?:<script|<foreignObject|<image|<use|href|\son\w+\s*=))[^]*<\/svg>$/i

/** What a chart shows: as a list, its headings first, or as the picture that the page drew. */
export const chartExportSchema = z.strictObject({
  name: z.enum(['busy', 'months']),
  /** BCP 47: its decimal sign. */
  language: z.string().min(2).max(20),
  content: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('list'),
      rows: z.array(z.array(cellSchema).max(30)).max(200),
    }),
    z.strictObject({
      kind: z.literal('picture'),
      svg: z.string().max(400_000).regex(HARMLESS_SVG),
    }),
  ]),
})
export type ChartExport = z.infer<typeof chartExportSchema>
