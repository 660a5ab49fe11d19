import { z } from 'zod'
import { stampSchema } from './stamp.ts'

/** What a terminal says to the others: of one subject one thing, which holds until it says another. */
export const factSchema = z.strictObject({
  kind: z.enum(['booking', 'note']),
  /** What it is about: a session, by its id. */
  subject: z.string().min(1).max(200),
  /** Null: no more. */
  value: z.string().max(2_000).nullable(),
  stamp: stampSchema,
  /** From then on nobody knows it any more (epoch ms). */
  expiresAtMs: z.int().min(0),
})
export type Fact = z.infer<typeof factSchema>
export type FactKind = Fact['kind']
