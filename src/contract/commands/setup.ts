import { z } from 'zod'
import { registrationSchema } from '../account.ts'
import { deskRoleSchema, pinSchema } from '../desk.ts'
import type { Mode } from '../terminal.ts'
import {
  localeSchema,
  siteSelectionSchema,
  secretsPlaceSchema,
  setupBrandingSchema,
  setupRulesSchema,
  setupStateSchema,
} from '../setup.ts'
import { nothing } from './parts.ts'

const setupOnly: readonly Mode[] = ['setup']
const text = z.string().trim().max(200)
const password = z.string().min(1).max(200)

/** The biggest logo (bytes). */
export const MOST_LOGO_BYTES = 256 * 1024

const step = <S extends z.ZodType>(input: S) => ({
  input,
  output: setupStateSchema,
  modes: setupOnly,
})

/** The wizard: each step is kept in main's draft, and answers the draft as the screen may know it. */
export const setupCommands = {
  'setup.state': step(nothing),
  /** Tries the endpoint at once; `key` null: the one that is known, for the same endpoint. */
  'setup.tryEndpoint': step(
    z.strictObject({ endpoint: z.string().trim().max(500), key: password.nullable() }),
  ),
  /** `initSession`; `password` null: that of the account which was just registered. */
  'setup.signIn': step(z.strictObject({ username: text.min(1), password: password.nullable() })),
  /** `registerContact`; the account can sign in once its e-mail address is confirmed. */
  'setup.register': step(registrationSchema),
  /** `initAnonymousSession`: a board without starts and prices. */
  'setup.anonymous': step(nothing),
  'setup.choosePlace': step(z.strictObject({ place: siteSelectionSchema })),
  'setup.chooseLocale': step(localeSchema),
  'setup.chooseRules': step(setupRulesSchema),
  /** Replaces all people; `pin` null: that person's PIN stays. */
  'setup.setPeople': step(
    z.strictObject({
      people: z
        .array(
          z.strictObject({
            name: z.string().trim().min(1).max(60),
            role: deskRoleSchema,
            pin: pinSchema.nullable(),
          }),
        )
        .min(1)
        .max(50),
    }),
  ),
  /** `logo`: a PNG, JPEG or WebP as base64; null: none; left out: the one that is known. */
  'setup.chooseBranding': step(
    setupBrandingSchema.extend({
      logo: z
        .base64()
        .max(Math.ceil(MOST_LOGO_BYTES / 3) * 4)
        .nullable()
        .optional(),
    }),
  ),
  /** Where key and password are kept on a machine that protects no secrets. */
  'setup.chooseSecrets': step(z.strictObject({ secrets: secretsPlaceSchema })),
  /** Writes the provisioning file for the site's next terminal. */
  'setup.export': step(nothing),
  /** The terminal becomes what the draft says, without a restart. Throws `setup-incomplete`. */
  'setup.apply': step(nothing),
} as const
