import { z } from 'zod'
import { healthSchema, logLineSchema, shownSettingsSchema } from '../system.ts'
import { deskOnly, done, nothing } from './parts.ts'

/** The terminal itself: training, health, settings. */
export const systemCommands = {
  /** The simulator takes the place of the site. */
  'training.enter': { input: nothing, output: done, modes: deskOnly },
  'training.leave': { input: nothing, output: done, modes: deskOnly },
  /** Ends the program; in kiosk mode there is no other way but the system's. */
  'terminal.quit': { input: nothing, output: done, modes: deskOnly, manager: true },
  /** Restarts the program, with the settings of the next launch. */
  'terminal.relaunch': { input: nothing, output: done, modes: deskOnly, manager: true },
  'terminal.health': { input: nothing, output: healthSchema, modes: deskOnly, manager: true },
  'terminal.settings': {
    input: nothing,
    output: shownSettingsSchema,
    modes: deskOnly,
    manager: true,
  },
  /** Writes the settings file and takes the settings up; `null` takes a name out of the file. */
  'terminal.changeSettings': {
    input: z.strictObject({ changes: z.record(z.string().max(60), z.json()) }),
    output: done,
    modes: deskOnly,
    manager: true,
  },
  /** Tells those who are told of trouble that this is a test; `invalid` where nobody is. */
  'terminal.testAlert': { input: nothing, output: done, modes: deskOnly, manager: true },
  /** The last lines, newest first. */
  'terminal.log': {
    input: nothing,
    output: z.array(logLineSchema),
    modes: deskOnly,
    manager: true,
  },
  /** Writes the audit trail as CSV (RFC 4180) and answers where it lies on this machine. */
  'desk.exportAudit': {
    input: nothing,
    output: z.object({ file: z.string(), rows: z.number() }),
    modes: deskOnly,
    manager: true,
  },
} as const
