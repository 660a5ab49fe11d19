import { z } from 'zod'
import { errorCodeSchema } from './errors.ts'

/** Whom the terminal works for. */
export const accountStateSchema = z.object({
  signedIn: z.boolean(),
  /** Null: signed out, or an anonymous session. */
  username: z.string().nullable(),
  /** The platform's address. */
  endpoint: z.string(),
  /** False: what is done here ends with this launch, because the machine protects no secrets. */
  lasting: z.boolean(),
})
export type AccountState = z.infer<typeof accountStateSchema>

export const signOutSchema = z.object({
  /** Null: the platform has ended the sign-in. Else why nobody knows: it may go on there. */
  unconfirmed: errorCodeSchema.nullable(),
})
export type SignOut = z.infer<typeof signOutSchema>

/** What the platform answered (`ContactDeleteResponse`, L3854), as delivered. */
export const accountRemovalSchema = z.object({
  removed: z.boolean(),
  status: z.string().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
})
export type AccountRemoval = z.infer<typeof accountRemovalSchema>
