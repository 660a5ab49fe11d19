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

const text = z.string().trim().min(1).max(300)
/** An additional field as the tenant asked for it, with its value (`AdditionalRegistrationFieldInput`, L2964). */
export const registrationFieldSchema = z.strictObject({
  name: text,
  description: z.string().max(2000).nullable(),
  type: z.string().max(100).nullable(),
  required: z.string().max(20),
  value: z.string().max(2000),
})
export type RegistrationField = z.infer<typeof registrationFieldSchema>

/** What somebody typed to register (`RegisteringContactProfile`, L5924). The password goes inwards only. */
export const registrationSchema = z.strictObject({
  profile: z.strictObject({
    email: text,
    firstName: text.optional(),
    name: text.optional(),
    phone: text.optional(),
    mobile: text.optional(),
    fax: text.optional(),
    birthday: text.optional(),
    gender: text.optional(),
    isCompany: z.boolean(),
    vat: text.optional(),
    language: text.optional(),
    currency: text.optional(),
    address: z
      .strictObject({
        street: text.optional(),
        zip: text.optional(),
        city: text.optional(),
        state: text.optional(),
        country: text.optional(),
      })
      .optional(),
  }),
  password: z.string().min(1).max(200),
  additionalFields: z.array(registrationFieldSchema).max(100),
  /** Every legal document in force; they are accepted once the account can sign in. */
  acceptedDocumentIds: z.array(text).max(50),
})
export type Registration = z.infer<typeof registrationSchema>
