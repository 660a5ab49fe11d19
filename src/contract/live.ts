import { z } from 'zod'
import { sessionSchema, startSchema } from './charging.ts'
import { approvalSchema } from './desk.ts'
import { errorCodeSchema } from './errors.ts'
import { connectorSchema, siteSchema } from './site.ts'

/** The way to the platform. Quiet data is no alarm; two failed refreshes are. */
export const linkSchema = z.object({
  state: z.enum(['connecting', 'live', 'lost']),
  /** Since when it is in this state (epoch ms). */
  sinceMs: z.number(),
  /** The last good refresh (epoch ms); null while live, and before the first. */
  lastGoodAtMs: z.number().nullable(),
  error: errorCodeSchema.nullable(),
})
export type Link = z.infer<typeof linkSchema>

/** Everything that changes by itself. Connectors come in the site's order. */
export const liveModelSchema = z.object({
  revision: z.number().int(),
  site: siteSchema.nullable(),
  link: linkSchema,
  connectors: z.array(connectorSchema),
  sessions: z.array(sessionSchema),
  starts: z.array(startSchema),
  /** What guests asked the desk to allow. */
  approvals: z.array(approvalSchema),
})
export type LiveModel = z.infer<typeof liveModelSchema>

/**
 * The difference from the revision before. A gap in revisions means: ask for the whole model.
 * `order` comes only when connectors came, went or moved.
 */
export const liveUpdateSchema = z.object({
  revision: z.number().int(),
  site: siteSchema.nullable().optional(),
  link: linkSchema.optional(),
  order: z.array(z.string()).optional(),
  connectors: z.array(connectorSchema).optional(),
  sessions: z.array(sessionSchema).optional(),
  removedSessions: z.array(z.string()).optional(),
  starts: z.array(startSchema).optional(),
  removedStarts: z.array(z.string()).optional(),
  approvals: z.array(approvalSchema).optional(),
})
export type LiveUpdate = z.infer<typeof liveUpdateSchema>
