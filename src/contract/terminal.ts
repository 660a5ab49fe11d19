import { z } from 'zod'
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

export const terminalInfoSchema = z.object({
  version: z.string(),
  host: z.enum(['electron', 'stand-in']),
  mode: modeSchema,
  /** The demo network is shown: nothing here costs or moves anything real. */
  demo: z.boolean(),
  /** BCP 47 tag of the site's language; the board returns to it. */
  language: z.string(),
  /** IANA name: all times are shown in it. */
  timeZone: z.string(),
  theme: z.enum(['light', 'dark', 'auto']),
  clock: clockReadingSchema,
  /** What keeps the terminal from working at all, e.g. a wrong key. */
  trouble: failureSchema.nullable(),
})
export type TerminalInfo = z.infer<typeof terminalInfoSchema>
