import { z } from 'zod'
import {
  isOption,
  rowsOf,
  sectionNames,
  type PartName,
  type ProvisionedSettings,
} from '#main/settings/settings-table.ts'
import type { FieldRow, OptionRow, SettingRow } from '#main/settings/table/row.ts'

/** The provisioning file: everything that can be said of a terminal. Unknown names are refused. */
export const documentSchema = z
  .strictObject({ $schema: z.string().optional(), ...schemasOf('terminal'), ...sectionSchemas() })
  .refine((document) => !('site' in document && 'stations' in document), {
    path: ['stations'],
    params: { expected: 'left out where a site is given' },
  })
  .meta({
    title: 'Forecourt terminal',
    description: 'All settings of a terminal. ${NAME} in a text is taken from the environment.',
  }) as z.ZodType<ProvisionedSettings>

/** The published schema of the provisioning file (JSON Schema 2020-12), as text. */
export function provisionJsonSchema(): string {
  const schema = z.toJSONSchema(documentSchema, { io: 'input' })
  return `${JSON.stringify(schema, null, 2)}\n`
}

/** What would be right at this place; completes "must be …". */
export function expectedAt(path: readonly PropertyKey[]): string | null {
  const names = path.map(String)
  if (partAt(names) !== null) return 'an object of settings'
  const place = placeOf(names)
  if (place === null) return null
  const { row, rest } = place
  if (rest.length === 0 || !('entry' in row)) return row.expected
  const [, part] = rest
  if (part === undefined) return row.entry.expected
  return own(row.entry.parts, part)?.expected ?? null
}

/** The names that are known at this place. */
export function namesAt(path: readonly PropertyKey[]): string[] {
  const names = path.map(String)
  const part = partAt(names)
  if (part === 'terminal') return [...Object.keys(provisionedOf(part)), ...sectionNames]
  if (part !== null) return Object.keys(provisionedOf(part))
  const row = placeOf(names)?.row
  return row && 'entry' in row ? Object.keys(row.entry.parts) : []
}

/** Whether the values at this place are secret. */
export function isSecretAt(path: readonly PropertyKey[]): boolean {
  const place = placeOf(path.map(String))
  if (place === null) return false
  const { row, rest } = place
  const part = 'entry' in row ? own(row.entry.parts, rest[1] ?? '') : undefined
  return row.secret === true || part?.secret === true
}

type ProvisionedRow = FieldRow | (OptionRow & { readonly json: z.ZodType })

/** The settings of a part that the file may have, by their names. */
function provisionedOf(part: PartName): Readonly<Record<string, ProvisionedRow>> {
  const isProvisioned = (entry: [string, SettingRow]): entry is [string, ProvisionedRow] =>
    entry[1].json !== null
  return Object.fromEntries(Object.entries(rowsOf(part)).filter(isProvisioned))
}

function schemasOf(part: PartName): Record<string, z.ZodOptional> {
  const entries = Object.entries(provisionedOf(part)).map(([name, row]) => {
    const help = isOption(row) ? `${row.help} ` : ''
    return [name, row.json.describe(`${help}Must be ${row.expected}.`).optional()] as const
  })
  return Object.fromEntries(entries)
}

function sectionSchemas(): Record<string, z.ZodOptional> {
  const schemas = sectionNames.map((each) => [each, z.strictObject(schemasOf(each)).optional()])
  return Object.fromEntries(schemas) as Record<string, z.ZodOptional>
}

/** The part that a whole object of settings is at this place. */
function partAt([name, ...rest]: readonly string[]): PartName | null {
  if (name === undefined) return 'terminal'
  return rest.length === 0 ? (sectionNames.find((each) => each === name) ?? null) : null
}

/** The setting at or around this place, and the path within it. */
function placeOf(names: readonly string[]): { row: ProvisionedRow; rest: string[] } | null {
  const section = sectionNames.find((each) => each === names[0])
  const [name = '', ...rest] = section ? names.slice(1) : names
  const row = own(provisionedOf(section ?? 'terminal'), name)
  return row === undefined ? null : { row, rest }
}

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined
