import { z } from 'zod'
import { pinFault } from '#common/pin-rules.ts'
import { deskRoleSchema } from '#contract/desk.ts'
import { isEachOnce, textSchema } from '../option-values.ts'
import type { EntryRow } from './row.ts'

const name = 'a name of at most 60 characters'
const role = '"staff" or "manager"'
const pin = "a text of 4 to 12 digits that is not easy to guess, a manager's of at least 6"

const personSchema = z
  .strictObject({
    name: textSchema.max(60).describe(`Must be ${name}.`),
    role: deskRoleSchema.describe(`Must be ${role}.`),
    pin: z.string().describe(`Must be ${pin}.`),
  })
  .refine((person) => pinFault(person.role, person.pin) === null, { path: ['pin'] })

/** Somebody new at the desk, or a new PIN for somebody. */
export type PersonWithPin = Readonly<z.output<typeof personSchema>>

/** Everybody at the desk: a manager among them, names and PINs each once. */
export const peopleSchema = z
  .array(personSchema)
  .min(1)
  .refine((people) => people.some((person) => person.role === 'manager'))
  .refine((people) => isEachOnce(people.map((person) => person.pin)))
  .refine((people) => isEachOnce(people.map((person) => person.name)))

/** Completes "must be …" where a part of somebody is wrong. */
export const personEntry: EntryRow = {
  expected: 'somebody with name, role and PIN',
  parts: {
    name: { expected: name },
    role: { expected: role },
    pin: { expected: pin, secret: true },
  },
}
