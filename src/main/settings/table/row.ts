import type { z } from 'zod'
import type { DeskRole } from '#contract/desk.ts'
import type { SettingGroup } from '#contract/system.ts'

/** What every setting says of itself. */
interface Row<D> {
  /** Its value where no source has one. */
  readonly default: D
  /** Completes "must be …". */
  readonly expected: string
  /** Its value is never shown. */
  readonly secret?: boolean
  /** Who may change it in the desk's form, and where it stands there. Its words are `set.<path>`. */
  readonly form?: FormPlace
  /** For docs/settings.md, in Markdown. Default: `help`. */
  readonly meaning?: string
  /** What docs/settings.md says of the default. Default: the value itself. */
  readonly defaultText?: string
}

export interface FormPlace {
  readonly editableBy: DeskRole
  readonly group: SettingGroup
  /** From 1, within its group. */
  readonly order: number
}

/** A setting with a flag and a variable, both named by it; a name at the top of both files. */
export interface OptionRow<
  V = unknown,
  D = unknown,
  J extends z.ZodType | null = z.ZodType | null,
> extends Row<D> {
  /** Reads it as a text: flag, variable, or its name in the settings file. */
  readonly text: z.ZodType<V, string>
  /** Reads it in the provisioning file; null: it is unknown there. */
  readonly json: J
  /** The value's placeholder in the help; null for a switch that needs no value. */
  readonly placeholder: string | null
  /** A sentence or two for `--help` and the JSON Schema. */
  readonly help: string
}

/** A setting of the files alone. */
export interface FieldRow<J extends z.ZodType = z.ZodType, D = unknown> extends Row<D> {
  readonly json: J
  readonly meaning: string
  /** The settings file does not know it. */
  readonly onlyProvisioned?: boolean
  /** What each entry of a list must be, where a fault may be that of a part of it. */
  readonly entry?: EntryRow
}

export interface EntryRow {
  readonly expected: string
  readonly parts: Readonly<Record<string, Pick<FieldRow, 'expected' | 'secret'>>>
}

export type SettingRow = OptionRow | FieldRow

/** A row of the table: the default must be a value of the setting, or null for none. */
export function option<V, const D extends V | null, J extends z.ZodType | null>(
  row: OptionRow<V, D, J>,
): OptionRow<V, D, J> {
  return row
}

/** The same for a setting of the files alone. */
export function field<J extends z.ZodType, const D extends z.output<J> | null>(
  row: FieldRow<J, D>,
): FieldRow<J, D> {
  return row
}

/** A place in the desk's form that only managers can change. */
export const byManager = (group: SettingGroup, order: number): FormPlace => ({
  editableBy: 'manager',
  group,
  order,
})

/** The value of a setting once all sources are read. */
export type ValueOf<R> =
  R extends OptionRow<infer V, infer D>
    ? V | Extract<D, null>
    : R extends FieldRow<infer J, infer D>
      ? z.output<J> | Extract<D, null>
      : never

/** The values of all settings of a section, defaults included. */
export type ValuesOf<T> = { readonly [N in keyof T]: ValueOf<T[N]> }
