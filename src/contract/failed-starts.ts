import { z } from 'zod'
import { startSchema, startStepSchema } from './charging.ts'
import { errorCodeSchema } from './errors.ts'

/** How a start ended that began no charge; `not-sent`: it was refused before its request left. */
export const startFailures = ['not-sent', 'rejected', 'failed', 'timed-out'] as const
export const startFailureSchema = z.enum(startFailures)
export type StartFailure = z.infer<typeof startFailureSchema>

/** A start that began no charge, as staff and the operator look for its cause. Never a tag id. */
export const failedStartSchema = z.object({
  id: z.number().int(),
  startId: z.string(),
  /** When it failed (epoch ms). */
  atMs: z.number(),
  connectorId: z.string(),
  /** What people read on the connector; null where the terminal did not know it then. */
  connectorNumber: z.string().nullable(),
  evseId: z.string().nullable(),
  kind: startSchema.shape.kind,
  /** The chosen option's label; null where it has none. */
  option: z.string().nullable(),
  startedBy: z.enum(['guest', 'desk']),
  /** How far it had come. */
  step: startStepSchema,
  end: startFailureSchema,
  code: errorCodeSchema,
  /** What station or platform said of it, what could be a card's number hidden; null: nothing. */
  reason: z.string().nullable(),
  /** A station may begin late, all the same (epoch ms). */
  beganAtMs: z.number().nullable(),
})
export type FailedStart = z.infer<typeof failedStartSchema>
