import type { ShownSettings } from '#contract/system.ts'
import { formFields } from './desk-form.ts'
import { readFlags } from './option-flags.ts'
import {
  fileRowsOf,
  flagOf,
  optionNames,
  optionOf,
  sectionNames,
  variableOf,
  type OptionName,
} from './settings-table.ts'
import { isSettings, type SettingsValues } from './settings.ts'
import type { SettingsSources } from './resolved.ts'

/** The settings as they are in force, without secrets and PINs, who says what is fixed, and the desk's form. */
export function shownSettings({
  argv,
  env,
  values,
  provision,
}: Omit<SettingsSources, 'homeDir' | 'hadSite'>): ShownSettings {
  const shown = new Map<string, unknown>()
  const fixed: Record<string, string> = {}
  const flags = readFlags(argv).given
  const provisioned: SettingsValues = provision ?? {}
  const take = (name: OptionName): void => {
    const flag = flags.findLast((each) => each.name === name)?.text
    const variable = env[variableOf(name)]
    if (values[name] !== undefined) shown.set(name, values[name])
    if (provisioned[name] !== undefined) put(name, provisioned[name], PROVISION)
    if (variable !== undefined && variable !== '') put(name, variable, variableOf(name))
    if (flag !== undefined) put(name, flag, flagOf(name))
  }
  const put = (name: string, value: unknown, source: string): void => {
    shown.set(name, value)
    fixed[name] = source
  }
  for (const name of optionNames) {
    if (optionOf(name).secret !== true) take(name)
    // A secret's source is shown, never the secret.
    else if (provisioned[name] !== undefined) fixed[name] = PROVISION
  }
  for (const section of sectionNames) {
    const said = entriesOf(provisioned[section])
    for (const [name] of said) fixed[`${section}.${name}`] = PROVISION
    const rows = fileRowsOf(section)
    const named = said.filter(([name]) => Object.hasOwn(rows, name))
    const all = [...entriesOf(values[section]), ...named]
    shown.set(section, Object.fromEntries(all.filter(([name]) => rows[name]?.secret !== true)))
  }
  const shownValues = Object.fromEntries(shown) as ShownSettings['values']
  return { values: shownValues, fixed, fields: [...formFields] }
}

const PROVISION = 'terminal.json'

const entriesOf = (section: unknown): [string, unknown][] =>
  isSettings(section) ? Object.entries(section) : []
