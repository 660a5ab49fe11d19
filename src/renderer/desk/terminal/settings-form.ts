import type { ShownSettings } from '#contract/system.ts'

type Json = ShownSettings['values'][string]

/** One setting that the manager changes by hand; `path` is its name in docs/settings.md. */
export interface SettingField {
  readonly path: string
  readonly kind: 'text' | 'list' | 'number' | 'flag' | 'choice'
  /** What holds while nobody has settled it. */
  readonly preset: string | boolean
  /** What it may be, for a choice. */
  readonly choices?: readonly string[]
}

const cardRules = ['open', 'booking', 'desk', 'hidden'] as const
const flag = (path: string, preset: boolean): SettingField => ({ path, kind: 'flag', preset })
const text = (path: string): SettingField => ({ path, kind: 'text', preset: '' })
const list = (path: string, preset = ''): SettingField => ({ path, kind: 'list', preset })
const number = (path: string, preset: string): SettingField => ({ path, kind: 'number', preset })
const choice = (path: string, preset: string, choices: readonly string[]): SettingField => ({
  path,
  kind: 'choice',
  preset,
  choices,
})

/** The form, group by group. */
export const settingGroups = {
  site: [text('language'), text('timeZone'), text('site'), list('stations')],
  guests: [
    choice('guest.cards', 'open', cardRules),
    text('guest.preferredCardId'),
    flag('guest.packages', true),
    flag('guest.stopCodes', true),
    flag('guest.reader', false),
    flag('guest.ownCard', true),
  ],
  screen: [
    list('guest.languages', 'en, de, fr, it, es, nl, cs, pl, sl, hr, hu, sv'),
    text('guest.deskPhone'),
    number('guest.dimAfterMinutes', '10'),
    number('guest.nightLevel', '0.5'),
    text('guest.printer'),
  ],
  desk: [
    number('desk.lockAfterMinutes', '5'),
    choice('desk.withoutInvoice', 'manager', ['nobody', 'manager', 'staff']),
  ],
  branding: [text('branding.name'), text('branding.accent'), text('branding.logo')],
} as const satisfies Record<string, readonly SettingField[]>

export type GroupName = keyof typeof settingGroups
export const groupNames = Object.keys(settingGroups) as readonly GroupName[]
const fields: readonly SettingField[] = Object.values(settingGroups).flat()

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
export function formOf({ values }: ShownSettings): FormValues {
  return Object.fromEntries(
    fields.map(({ path, preset }) => {
      const value = valueAt(values, path)
      if (value === undefined) return [path, preset]
      return [path, typeof value === 'boolean' ? value : textOf(value)]
    }),
  )
}

function written({ kind }: SettingField, value: string | boolean): Json {
  if (typeof value === 'boolean') return value
  const trimmed = value.trim()
  if (trimmed === '') return null
  // What is no number is told by main, as it stands.
  if (kind === 'number') {
    const parsed = Number(trimmed.replace(',', '.'))
    return Number.isNaN(parsed) ? trimmed : parsed
  }
  return kind === 'list' ? trimmed.split(',').map((part) => part.trim()) : trimmed
}

/** What is to be written: the fields that differ from `before`, sections as objects. */
export function changesOf(before: FormValues, after: FormValues): Record<string, Json> {
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
