import { z } from 'zod'
import { sessionExportSchema } from './desk-sessions.ts'
import { liveUpdateSchema } from './live.ts'
import { clockReadingSchema, terminalInfoSchema } from './terminal.ts'

/** Everything that main pushes. */
export const events = {
  live: liveUpdateSchema,
  /** The clock's hands were moved or its speed changed. */
  clock: clockReadingSchema,
  /** Mode, trouble or settings changed. */
  terminal: terminalInfoSchema,
  /** How far a list that is written into a file has come. */
  export: sessionExportSchema,
  /** The watchdog asks; `terminal.alive` answers. */
  probe: z.object({ probe: z.number().int() }),
} as const

export type EventName = keyof typeof events
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>
