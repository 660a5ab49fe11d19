import { z } from 'zod'
import { settingGroupSchema, type SettingField } from '#contract/system.ts'
import { allSettings } from './settings-table.ts'

/** The desk's form, in its order: the settings of the table that have a place in it. */
export const formFields: readonly SettingField[] = settingGroupSchema.options.flatMap((group) =>
  allSettings
    .filter(({ row }) => row.form?.group === group)
    .toSorted((one, other) => (one.row.form?.order ?? 0) - (other.row.form?.order ?? 0))
    .map(({ path, row }) => ({
      ...{ path, group, ...controlOf(row.json) },
      default: row.default as SettingField['default'],
    })),
)

/** What a setting is changed with, by what it may be. Throws for what the form has no control for. */
function controlOf(schema: z.ZodType | null): Pick<SettingField, 'kind' | 'choices'> {
  if (schema instanceof z.ZodNullable) return controlOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodEnum) return { kind: 'choice', choices: schema.options.map(String) }
  if (schema instanceof z.ZodLiteral)
    return { kind: 'choice', choices: [...schema.values].map(String) }
  if (schema instanceof z.ZodBoolean) return { kind: 'flag', choices: [] }
  if (schema instanceof z.ZodNumber) return { kind: 'number', choices: [] }
  if (schema instanceof z.ZodArray) return { kind: 'list', choices: [] }
  if (schema instanceof z.ZodString) return { kind: 'text', choices: [] }
  throw new TypeError("The desk's form has no control for such a setting.")
}
