import { z } from 'zod'
import { deskRoleSchema } from '#contract/desk.ts'
import { pinFault } from '#common/pin-rules.ts'
import { brandingFields } from '#main/settings/branding.ts'
import { deskFields } from '#main/settings/desk-settings.ts'
import { guestFields } from '#main/settings/guest-settings.ts'
import { optionTable, type OptionName } from '#main/settings/option-table.ts'
import { textSchema } from '#main/settings/option-values.ts'
import type { Field } from '#main/settings/section.ts'

/** A setting that flags and variables know, too, by its own schema. */
function option<S extends z.ZodType>(name: OptionName, schema: S): Field & { schema: S } {
  const { expected, help } = optionTable[name]
  return { schema: schema.describe(`${help} Must be ${expected}.`), expected }
}

const fits =
  (name: OptionName) =>
  (text: string): boolean =>
    optionTable[name].schema.safeParse(text).success

const text = (name: OptionName): Field & { schema: z.ZodString } =>
  option(name, z.string().refine(fits(name)))

const person: Record<'name' | 'role' | 'pin', Field> = {
  name: { schema: textSchema.max(60), expected: 'a name of at most 60 characters' },
  role: { schema: deskRoleSchema, expected: '"staff" or "manager"' },
  pin: {
    schema: z.string(),
    expected: "a text of 4 to 12 digits that is not easy to guess, a manager's of at least 6",
  },
}

const personSchema = z
  .strictObject({
    name: described(person.name) as z.ZodString,
    role: deskRoleSchema.describe('Must be "staff" or "manager".'),
    pin: described(person.pin) as z.ZodString,
  })
  .refine(({ role, pin }) => pinFault(role, pin) === null, { path: ['pin'] })

const peopleSchema = z
  .array(personSchema)
  .min(1)
  .refine((people) => people.some(({ role }) => role === 'manager'))
  .refine((people) => isEachOnce(people.map(({ pin }) => pin)))
  .refine((people) => isEachOnce(people.map(({ name }) => name)))

/** What a whole section may be, for a fault that is no single name's. */
const people: Field & { schema: typeof peopleSchema } = {
  schema: peopleSchema,
  expected: 'a list of people with a manager, each with a name and a PIN of their own',
}

const STOP_CODE_KEY = /^[\w-]{43}$/

const topFields = {
  endpoint: text('endpoint'),
  key: text('key'),
  username: text('username'),
  password: text('password'),
  site: text('site'),
  stations: option('stations', z.array(z.string().min(1)).min(1).max(200).refine(isEachOnce)),
  timeZone: text('timeZone'),
  language: text('language'),
  kiosk: option('kiosk', z.boolean()),
  refreshAt: text('refreshAt'),
  metricsPort: option('metricsPort', z.number().int().min(0).max(65_535)),
  secrets: option('secrets', z.enum(['memory', 'file'])),
  stopCodeKey: {
    schema: z.string().refine((key) => STOP_CODE_KEY.test(key)),
    expected: "the key of another terminal's export, 43 characters",
  },
}

const sections = {
  guest: guestFields,
  desk: { ...deskFields, people },
  branding: brandingFields,
}

/** The provisioning file: everything that can be settled for a terminal. Unknown names are refused. */
export const documentSchema = z
  .strictObject({
    $schema: z.string().optional(),
    ...optional(topFields),
    guest: z.strictObject(optional(guestFields)).optional(),
    desk: z.strictObject(optional(sections.desk)).optional(),
    branding: z.strictObject(optional(brandingFields)).optional(),
  })
  .refine(({ site, stations }) => site === undefined || stations === undefined, {
    path: ['stations'],
    params: { expected: 'left out where a site is given' },
  })
  .meta({
    title: 'Forecourt terminal',
    description: 'All settings of a terminal. ${NAME} in a text is taken from the environment.',
  })
export type ProvisionDocument = z.output<typeof documentSchema>

/** Names whose values are never told. */
export const secretNames: ReadonlySet<string> = new Set(['key', 'password', 'pin', 'stopCodeKey'])

/** What would be right at this place; completes "must be …". */
export function expectedAt(path: readonly PropertyKey[]): string | null {
  const [first, second, third, fourth] = path.map(String)
  if (first === undefined) return 'an object of settings'
  if (Object.hasOwn(topFields, first)) return topFields[first as keyof typeof topFields].expected
  if (!Object.hasOwn(sections, first)) return null
  if (second === undefined) return 'an object of settings'
  if (second === 'people' && third !== undefined) {
    if (fourth === undefined) return 'somebody with name, role and PIN'
    return Object.hasOwn(person, fourth) ? person[fourth as keyof typeof person].expected : null
  }
  const fields: Readonly<Record<string, Field>> = sections[first as keyof typeof sections]
  return Object.hasOwn(fields, second) ? (fields[second]?.expected ?? null) : null
}

/** The names that are known at this place. */
export function namesAt(path: readonly PropertyKey[]): string[] {
  const [first, second] = path.map(String)
  if (first === undefined) return [...Object.keys(topFields), ...Object.keys(sections)]
  if (second === 'people') return Object.keys(person)
  return Object.keys(sections[first as keyof typeof sections])
}

type Optional<F extends Record<string, { schema: z.ZodType }>> = {
  [N in keyof F]: z.ZodOptional<F[N]['schema']>
}

function optional<F extends Record<string, Field>>(fields: F): Optional<F> {
  const entries = Object.entries(fields).map(([name, each]) => [name, described(each).optional()])
  return Object.fromEntries(entries) as Optional<F>
}

function described({ schema, expected }: Field): z.ZodType {
  return schema.description === undefined ? schema.describe(`Must be ${expected}.`) : schema
}

function isEachOnce(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}
