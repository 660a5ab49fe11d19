import { z } from 'zod'

/** Why the operator's logo cannot be shown. */
export const logoFaultSchema = z.enum(['unreadable', 'large', 'no-picture'])
export type LogoFault = z.infer<typeof logoFaultSchema>

/** Why the operator's site plan cannot be shown. */
export const planFaultSchema = z.enum([...logoFaultSchema.options, 'script'])
export type PlanFault = z.infer<typeof planFaultSchema>

/** What is unwise about a provisioning file: others can read or change it; PINs are short for a kiosk. */
export const provisionWarningSchema = z.enum(['open', 'short-pins'])
export type ProvisionWarning = z.infer<typeof provisionWarningSchema>

/** How the terminal itself is: for the manager. Never a secret. */
/** One way by which messages leave this terminal, and how it stands. */
export const outgoingWaySchema = z.object({
  way: z.enum(['alert-webhook', 'alert-mail', 'session-end']),
  /** The host of a webhook, or who gets the mails: never a path or a secret. */
  to: z.string(),
  /** Messages that have not arrived yet, and since when the first of them waits (epoch ms). */
  waiting: z.number(),
  waitingSinceMs: z.number().nullable(),
  /** How often those were sent in vain. */
  triesInVain: z.number(),
  /** When the last message arrived; null: none of the last days did. */
  arrivedAtMs: z.number().nullable(),
})
export type OutgoingWay = z.infer<typeof outgoingWaySchema>

export const healthSchema = z.object({
  version: z.string(),
  /** Another version that is installed and runs from the next start on; null: none, or nobody knows. */
  installed: z.string().nullable(),
  host: z.enum(['electron', 'stand-in']),
  /** Versions of what it runs on, by name. */
  runsOn: z.record(z.string(), z.string()),
  endpoint: z.string().nullable(),
  /** Requests to the platform within the last minute. */
  requestsLastMinute: z.number(),
  /** The platform's clock less this one (ms), as measured. */
  skewMs: z.number(),
  /** It is so far off that somebody must set this machine's clock. */
  isClockOff: z.boolean(),
  /** Starts in the ledger whose end is not known yet. */
  openStarts: z.number(),
  runningSessions: z.number(),
  /** Where secrets are kept. */
  vault: z.enum(['system', 'file', 'memory', 'waiting']),
  /** Null: the logo is shown, or there is none. */
  logoFault: logoFaultSchema.nullable(),
  /** The same of the site plan. */
  planFault: planFaultSchema.nullable(),
  /** Names of the site plan's places that mean no plug here. */
  planUnknown: z.array(z.string()),
  /** The ways that alerts and the ends of sessions go; empty: none is settled. */
  outgoing: z.array(outgoingWaySchema),
  /** The link to the other terminals of the site; null: it has none. */
  siteLink: z
    .object({
      /** Host and port. */
      broker: z.string(),
      isConnected: z.boolean(),
      /** Since when it is so (epoch ms). */
      sinceMs: z.number(),
      /** What was said here and is not at the broker yet. */
      waiting: z.number(),
      /** What came and was not sealed by the site. */
      refused: z.number(),
    })
    .nullable(),
  /** The provisioning file; null: there is none. */
  provisioning: z
    .object({
      file: z.string(),
      isLastGood: z.boolean(),
      faults: z.array(z.object({ line: z.number().nullable(), text: z.string() })),
      warnings: z.array(provisionWarningSchema),
    })
    .nullable(),
})
export type Health = z.infer<typeof healthSchema>

/** One line of main's log. Secrets were taken out before it was written. */
export const logLineSchema = z.object({
  atMs: z.number(),
  level: z.enum(['info', 'warn', 'error']),
  text: z.string(),
  /** Its facts as JSON. */
  facts: z.string(),
})
export type LogLine = z.infer<typeof logLineSchema>

/** The groups of the desk's form, in their order. */
export const settingGroupSchema = z.enum(['site', 'guests', 'screen', 'desk', 'branding'])
export type SettingGroup = z.infer<typeof settingGroupSchema>

/** One setting that the manager changes by hand; `path` is its name in docs/settings.md. */
export const settingFieldSchema = z.object({
  path: z.string(),
  group: settingGroupSchema,
  kind: z.enum(['text', 'list', 'number', 'flag', 'choice']),
  /** What holds while nobody has said it; null: nothing, or what is known later only. */
  default: z.json(),
  /** What it may be, for a choice; else empty. */
  choices: z.array(z.string()),
})
export type SettingField = z.infer<typeof settingFieldSchema>

/** Settings by the names of docs/settings.md, sections as objects; without secrets and PINs. */
export const shownSettingsSchema = z.object({
  values: z.record(z.string(), z.json()),
  /** What cannot be changed by hand, and who says it: a flag, a variable or the provisioning file. */
  fixed: z.record(z.string(), z.string()),
  /** The desk's form, in its order. */
  fields: z.array(settingFieldSchema),
})
export type ShownSettings = z.infer<typeof shownSettingsSchema>
