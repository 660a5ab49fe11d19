import { z } from 'zod'
import { deskAccessSchema, deskRulesSchema } from './desk.ts'
import { failureSchema } from './errors.ts'

export const modeSchema = z.enum(['guest', 'desk', 'setup'])
export type Mode = z.infer<typeof modeSchema>

/** Where main's clock stands: the renderer extrapolates from it and never asks the machine. */
export const clockReadingSchema = z.object({
  nowMs: z.number(),
  /** Seconds of this clock per real second. */
  speed: z.number(),
})
export type ClockReading = z.infer<typeof clockReadingSchema>

/** `aloud`: codes and sums are left out; `headphones`: nobody else hears it, or the operator takes them for no secret. */
export const speechSchema = z.enum(['off', 'aloud', 'headphones'])
export type SpeechRule = z.infer<typeof speechSchema>

/** The site's colours: by day and night, one of both, or for a screen that the sun shines on. */
export const themeSchema = z.enum(['auto', 'light', 'dark', 'sun'])

/** How many times longer than usual a guest's time to answer is. */
export const moreTimeSchema = z.literal([1, 2, 4])

export const terminalInfoSchema = z.object({
  version: z.string(),
  host: z.enum(['electron', 'stand-in']),
  mode: modeSchema,
  /** Another number means another terminal: all that was known of the one before is gone. */
  generation: z.number().int(),
  /** The whole screen, locked: nothing of a browser can be reached, and only the desk ends it. */
  kiosk: z.boolean(),
  /** When desk and set-up bring keys on the screen; auto: a kiosk's, for who touches it. */
  keyboard: z.enum(['auto', 'always', 'never']),
  /** The simulator is shown instead of the site: staff try things out. */
  training: z.boolean(),
  /** The demo network is shown: nothing here costs or moves anything real. */
  demo: z.boolean(),
  /** BCP 47 tag of the site's language; the board returns to it. */
  language: z.string(),
  /** IANA name: all times are shown in it. */
  timeZone: z.string(),
  /** The operator's choices for guests. */
  guest: z.object({
    /** BCP 47 tags in the order shown. */
    languages: z.array(z.string()),
    /** The desk's phone number for help; null when none is set. */
    deskPhone: z.string().nullable(),
    /** A card reader is attached. */
    reader: z.boolean(),
    /** Without a touch for this long the screen dims (ms); null: never. */
    dimAfterMs: z.number().nullable(),
    /** Brightness at night, 0.1 to 1. */
    nightLevel: z.number(),
    /** Whether guests may have the screen spoken, and codes and sums with it. */
    speech: speechSchema,
    /** A chime where a start begins to charge, and a low one where it fails. */
    sounds: z.boolean(),
    /** A code with what a guest takes along on the phone: stop code and reminder, or the receipt. */
    takeAlong: z.boolean(),
    moreTime: moreTimeSchema,
    theme: themeSchema,
  }),
  /** Whose terminal it is, where the operator says it. */
  branding: z.object({
    name: z.string().nullable(),
    /** `#rrggbb`, dark enough for white text on it. */
    accent: z.string().nullable(),
    /** The page finds it at `pictures/logo-<generation>`. */
    hasLogo: z.boolean(),
    /** The operator's picture of the site, at `pictures/plan-<generation>`; null: there is none that can be shown. */
    plan: z.object({ places: z.record(z.string(), z.tuple([z.number(), z.number()])) }).nullable(),
  }),
  desk: deskAccessSchema,
  /** The provisioning file cannot be used: its last good copy is in force. */
  hasSettingsFault: z.boolean(),
  deskRules: deskRulesSchema,
  clock: clockReadingSchema,
  /** The system's own programs may open what the desk looks at: not in kiosk mode. */
  opensOutside: z.boolean(),
  /** What keeps the terminal from working at all, e.g. a wrong key. */
  trouble: failureSchema.nullable(),
})
export type TerminalInfo = z.infer<typeof terminalInfoSchema>
