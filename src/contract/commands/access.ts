import { z } from 'zod'
import { auditEntrySchema, deskRoleSchema, personSchema, pinSchema } from '../desk.ts'
import { deskOnly, done, everyMode, nothing } from './parts.ts'

const name = z.string().trim().min(1).max(60)

/** Who is at the desk, and what was done there. */
export const accessCommands = {
  /** Wrong PINs slow down, over restarts too. */
  'desk.unlock': {
    input: z.strictObject({ pin: pinSchema }),
    output: personSchema,
    modes: ['guest'],
  },
  /** Back to the guests; `keepGuest`: the guest who stands there keeps what they have just started. */
  'desk.lock': {
    input: z.strictObject({ keepGuest: z.boolean() }),
    output: done,
    modes: everyMode,
  },
  /** Whoever is at the desk reads this language (BCP 47) from now on, and after the next PIN. */
  'desk.setLanguage': {
    input: z.strictObject({ language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/) }),
    output: done,
    modes: deskOnly,
  },
  /** From the desk (a manager), or at a terminal that nobody has set up yet. */
  'setup.enter': { input: nothing, output: done, modes: ['guest', 'desk'] },
  'setup.leave': { input: nothing, output: done, modes: ['setup'] },
  'desk.people': { input: nothing, output: z.array(personSchema), modes: deskOnly, manager: true },
  /** Somebody new, or a new PIN for somebody. */
  'desk.setPerson': {
    input: z.strictObject({ name, role: deskRoleSchema, pin: pinSchema }),
    output: z.array(personSchema),
    modes: deskOnly,
    manager: true,
  },
  'desk.removePerson': {
    input: z.strictObject({ name }),
    output: z.array(personSchema),
    modes: deskOnly,
    manager: true,
  },
  /** Newest first; `beforeId` pages back. */
  'desk.audit': {
    input: z.strictObject({
      beforeId: z.number().int().nullable(),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.array(auditEntrySchema),
    modes: deskOnly,
    manager: true,
  },
} as const
