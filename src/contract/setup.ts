import { z } from 'zod'
import { cardLabelSchema, cardRuleSchema } from './card-rules.ts'
import { personSchema } from './desk.ts'
import { failureSchema } from './errors.ts'

/** The questions of the first contact with a platform, in the order in which an answer settles them. */
export const tryNames = ['reachable', 'encrypted', 'open', 'graphql', 'key'] as const
export const tryNameSchema = z.enum(tryNames)
export type TryName = z.infer<typeof tryNameSchema>

/** `local`: nothing leaves this machine, which needs no encryption. `untold`: not checked, as an earlier one failed. */
export const trySchema = z.object({
  name: tryNameSchema,
  outcome: z.enum(['passed', 'local', 'failed', 'untold']),
  failure: failureSchema.nullable(),
})
export type Try = z.infer<typeof trySchema>

/** What must be settled before a terminal can be set up. */
export const setupParts = ['endpoint', 'account', 'place', 'locale', 'rules', 'people'] as const
export const setupPartSchema = z.enum(setupParts)
export type SetupPart = z.infer<typeof setupPartSchema>

/** What the terminal will show: a whole site, or stations picked by hand. */
export const siteSelectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('site'),
    siteId: z.string().min(1).max(200),
    label: z.string().max(200),
  }),
  z.strictObject({
    kind: z.literal('stations'),
    stations: z
      .array(z.strictObject({ id: z.string().min(1).max(200), label: z.string().max(200) }))
      .min(1)
      .max(50),
  }),
])
export type SiteSelection = z.infer<typeof siteSelectionSchema>

export const localeSchema = z.strictObject({
  /** BCP 47 tag of the site's language. */
  language: z.string().min(2).max(20),
  /** IANA name. */
  timeZone: z.string().min(1).max(60),
})
export type SiteLocale = z.infer<typeof localeSchema>

/** What guests may do (section `guest` of the settings file). */
export const setupRulesSchema = z.strictObject({
  /** What guests must bring to charge on the house's cards. */
  cards: cardRuleSchema,
  /** A rule of its own for a card, by the card's id. */
  byCard: z.record(z.string().min(1).max(200), cardRuleSchema),
  /** What guests read for a card, by its id. */
  labelByCard: z.record(z.string().min(1).max(200), cardLabelSchema),
  /** It is offered first, and its rate is the price on the board; null: none. */
  preferredCardId: z.string().min(1).max(200).nullable(),
  /** A card reader is attached. */
  reader: z.boolean(),
  ownCard: z.boolean(),
  packages: z.boolean(),
  stopCodes: z.boolean(),
  deskPhone: z.string().trim().max(40).nullable(),
})
export type SetupRules = z.infer<typeof setupRulesSchema>

export const setupBrandingSchema = z.strictObject({
  /** Stands in for the site's name; null: as the platform names it. */
  name: z.string().trim().min(1).max(40).nullable(),
  /** `#rrggbb`, dark enough for white text on it; null: ours. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .nullable(),
})
export type SetupBranding = z.infer<typeof setupBrandingSchema>

/** `memory`: asked for again at each restart; `file`: readable by anyone who can read the disk. */
export const secretsPlaceSchema = z.enum(['memory', 'file'])
export type SecretsPlace = z.infer<typeof secretsPlaceSchema>

/** Where the file for the site's next terminal lies, and what that terminal's environment must say. */
export const exportedSchema = z.object({
  file: z.string(),
  /** The logo's file beside it, by its name; null: there is none. */
  logo: z.string().nullable(),
  variables: z.array(
    z.object({
      name: z.string(),
      of: z.enum(['key', 'password', 'pin']),
      person: z.string().nullable(),
    }),
  ),
})
export type Exported = z.infer<typeof exportedSchema>

/** A draft of a terminal's set-up as the screen may know it: no key, password, PIN or picture. */
export const setupStateSchema = z.object({
  endpoint: z.string().nullable(),
  /** A pre-shared key is known: left out, it stays. */
  hasKey: z.boolean(),
  /** How the last contact went; empty before the first. */
  tries: z.array(trySchema),
  account: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('contact'), username: z.string() }),
      z.object({ kind: z.literal('anonymous') }),
    ])
    .nullable(),
  /** A new account whose owner has still to open the link in the e-mail. */
  unconfirmed: z.string().nullable(),
  place: siteSelectionSchema.nullable(),
  locale: localeSchema.nullable(),
  rules: setupRulesSchema.nullable(),
  people: z.array(personSchema),
  branding: setupBrandingSchema.extend({ hasLogo: z.boolean() }),
  /** The system protects secrets: nothing is to be chosen. */
  protectsSecrets: z.boolean(),
  /** Where they are kept otherwise; null: nobody has chosen. */
  secrets: secretsPlaceSchema.nullable(),
  /** The key of the site's stop codes: made here, or the one that this terminal has. */
  stopCodeKey: z.enum(['new', 'kept']),
  exported: exportedSchema.nullable(),
  missing: z.array(setupPartSchema),
  /** The terminal has become what the draft says. */
  applied: z.boolean(),
  /** The machine's own time zone (IANA name): the preset. */
  machineTimeZone: z.string(),
})
export type SetupState = z.infer<typeof setupStateSchema>
