import type { z } from 'zod'
import { brandingTable } from './table/branding.ts'
import { deskTable } from './table/desk.ts'
import { guestTable } from './table/guest.ts'
import { linkTable } from './table/link.ts'
import { alertsTable, integrationsTable } from './table/outgoing.ts'
import type { FieldRow, OptionRow, SettingRow, ValueOf, ValuesOf } from './table/row.ts'
import { terminalTable } from './table/terminal.ts'

/**
 * Every setting, once. Flags, environment, `--help`, both files, the JSON Schema, the desk's form and
 * docs/settings.md come from it. `terminal` is the top of the files, the others are sections of them.
 */
export const settingsTable = {
  terminal: terminalTable,
  guest: guestTable,
  desk: deskTable,
  branding: brandingTable,
  alerts: alertsTable,
  integrations: integrationsTable,
  link: linkTable,
}

type Table = typeof settingsTable
export type PartName = keyof Table
export type SectionName = Exclude<PartName, 'terminal'>
export const sectionNames = [
  ...(['guest', 'desk', 'branding', 'alerts', 'integrations', 'link'] as const),
] satisfies SectionName[]

/** What a section says, with the defaults of what it leaves out. */
export type SectionValues<S extends SectionName> = ValuesOf<Table[S]>

type Rows = Readonly<Record<string, SettingRow>>

/** The settings that flags and variables know. */
export type OptionName = {
  [N in keyof Table['terminal']]: Table['terminal'][N] extends OptionRow ? N : never
}[keyof Table['terminal']]
export type OptionValue<N extends OptionName> = ValueOf<Table['terminal'][N]>

export const isOption = (row: SettingRow): row is OptionRow => 'text' in row

export const optionNames = Object.entries<SettingRow>(terminalTable).flatMap(([name, row]) =>
  isOption(row) ? [name as OptionName] : [],
)
export const optionOf = (name: OptionName): OptionRow => terminalTable[name]

/** `demoSite` → `--demo-site`. */
export function flagOf(name: OptionName): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** `demoSite` → `FORECOURT_DEMO_SITE`. */
export function variableOf(name: OptionName): string {
  return `FORECOURT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
}

/** The rows of a part by their names, in their order. */
export const rowsOf = (part: PartName): Rows => settingsTable[part]

/** A setting with its name in the files: `language`, `guest.cards`. */
export interface NamedRow {
  readonly part: PartName
  readonly name: string
  readonly path: string
  readonly row: SettingRow
}

export const allSettings: readonly NamedRow[] = (['terminal', ...sectionNames] as const).flatMap(
  (part) =>
    Object.entries(rowsOf(part)).map(([name, row]) => ({
      ...{ part, name, row },
      path: part === 'terminal' ? name : `${part}.${name}`,
    })),
)

/** The settings that a section of the settings file may have, by their names. */
export function fileRowsOf(section: SectionName): Readonly<Record<string, FieldRow>> {
  const rows = Object.entries<FieldRow>(settingsTable[section])
  return Object.fromEntries(rows.filter(([, row]) => row.onlyProvisioned !== true))
}

/** What a part of the provisioning file may hold. */
type Provisioned<T> = {
  [N in keyof T as T[N] extends { json: z.ZodType } ? N : never]?:
    (T[N] extends { json: infer J extends z.ZodType } ? z.output<J> : never) | undefined
}

/** What a provisioning file says, checked: every part and name may be left out. */
export type ProvisionedSettings = Provisioned<Table['terminal']> & {
  $schema?: string | undefined
} & { [S in SectionName]?: Provisioned<Table[S]> | undefined }
