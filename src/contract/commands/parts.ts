import { z } from 'zod'
import { targetSchema } from '../charging.ts'
import { modeSchema, type Mode } from '../terminal.ts'

/** What commands are made of. */
export const id = z.string().min(1).max(200)
/** BCP 47 tag of a language. */
export const languageTag = z
  .string()
  .max(20)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
export const nothing = z.strictObject({})
export const done = z.null()

export const everyMode: readonly Mode[] = modeSchema.options
export const guestOnly: readonly Mode[] = ['guest']
export const deskOnly: readonly Mode[] = ['desk']
/** The desk, and the trial charge at the end of set-up. */
export const deskOrSetup: readonly Mode[] = ['desk', 'setup']

/** What was chosen at a connector; the same request id is carried out once. */
export const chosenStart = {
  connectorId: id,
  optionId: id,
  requestId: id,
  /** Place of the amount among the option's `holds`. */
  hold: z.number().int().min(0).max(50).optional(),
  packageId: id.optional(),
  target: targetSchema.optional(),
  bookingReference: z.string().trim().min(1).max(40).optional(),
}
