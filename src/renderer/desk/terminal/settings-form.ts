import type { SettingField, SettingGroup, ShownSettings } from '#contract/system.ts'

type Json = ShownSettings['values'][string]

/** What the form's fields hold, by their paths. */
export type FormValues = Record<string, string | boolean>

const isObject = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function valueAt(values: ShownSettings['values'], path: string): Json | undefined {
  const [first = '', second] = path.split('.')
  const found = values[first]
  if (second === undefined) return found
  return isObject(found) ? found[second] : undefined
}

function textOf(value: Json): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The form as the settings fill it. */
export function formOf({ values, fields }: Pick<ShownSettings, 'values' | 'fields'>): FormValues {
  return Object.fromEntries(
    fields.map((field) => {
      const own = valueAt(values, field.path)
      const value = own === undefined ? field.default : own
      return [field.path, typeof value === 'boolean' ? value : textOf(value)]
    }),
  )
}

/** The form, group by group, in its order. */
export function groupsOf(
  fields: readonly SettingField[],
): { name: SettingGroup; fields: SettingField[] }[] {
  const groups = new Map<SettingGroup, SettingField[]>()
  for (const field of fields) groups.set(field.group, [...(groups.get(field.group) ?? []), field])
  return [...groups].map(([name, within]) => ({ name, fields: within }))
}

function written({ kind, default: usual }: SettingField, value: string | boolean): Json {
  if (typeof value === 'boolean') return value
  const trimmed = value.trim()
  if (trimmed === '') return null
  // Main says what is no number: it goes there as it was typed.
  if (kind === 'number' || typeof usual === 'number') {
    const parsed = Number(trimmed.replace(',', '.'))
    return Number.isNaN(parsed) ? trimmed : parsed
  }
  return kind === 'list' ? trimmed.split(',').map((part) => part.trim()) : trimmed
}

/** What is to be written: the fields that differ from `before`, sections as objects. */
export function changesOf(
  fields: readonly SettingField[],
  before: FormValues,
  after: FormValues,
): Record<string, Json> {
  const changes: Record<string, Json> = {}
  for (const field of fields) {
    const value = after[field.path]
    if (value === undefined || value === before[field.path]) continue
    const [first = '', second] = field.path.split('.')
    if (second === undefined) changes[first] = written(field, value)
    else {
      const section = changes[first]
      changes[first] = { ...(isObject(section) ? section : {}), [second]: written(field, value) }
    }
  }
  return changes
}
