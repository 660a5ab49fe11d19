import { resolveSettings, type Resolution, type SettingsSources } from '#main/settings/resolved.ts'
import { describeProblem } from '#main/settings/options.ts'
import { readProvision } from '#main/provision/read.ts'
import {
  allSettings,
  flagOf,
  isOption,
  variableOf,
  type NamedRow,
  type OptionName,
} from '#main/settings/settings-table.ts'

const nothing: SettingsSources = {
  ...{ argv: [], env: {}, values: {}, provision: null },
  ...{ homeDir: '/home', hadSite: false },
}

/** What a terminal makes of these sources. */
export const resolve = (given: Partial<SettingsSources>): Resolution =>
  resolveSettings({ ...nothing, ...given })

export const settingAt = (path: string): NamedRow => {
  const found = allSettings.find((each) => each.path === path)
  if (!found) throw new Error(`There is no setting ${path}`)
  return found
}

/** A file that says one setting alone. */
export function fileOf({ part, name }: NamedRow, value: unknown): Record<string, unknown> {
  return part === 'terminal' ? { [name]: value } : { [part]: { [name]: value } }
}

/** As a flag or a variable says it. */
export const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(',') : String(value)

export type Source = 'flag' | 'variable' | 'file' | 'provisioned'

/** By which sources a setting can be said. */
export function sourcesOf({ row }: NamedRow): Source[] {
  if (!isOption(row)) return row.onlyProvisioned ? ['provisioned'] : ['file', 'provisioned']
  return ['flag', 'variable', 'file', ...(row.json === null ? [] : (['provisioned'] as const))]
}

/** What a terminal makes of one value that comes from one source: itself, or why not, a line a fault. */
export function read(
  setting: NamedRow,
  value: unknown,
  source: Source,
): { resolution: Resolution | null; faults: string[] } {
  const name = setting.name as OptionName
  if (source === 'provisioned') {
    const reading = readProvision(JSON.stringify(fileOf(setting, value), null, 2), {})
    if (!reading.ok) {
      return {
        resolution: null,
        faults: reading.faults.map(({ line, text }) => `${String(line)}: ${text}`),
      }
    }
    return told(resolve({ provision: reading.document }))
  }
  if (source === 'file') return told(resolve({ values: fileOf(setting, value) }))
  const text = textOf(value)
  return told(
    resolve(
      source === 'flag'
        ? { argv: [`${flagOf(name)}=${text}`] }
        : { env: { [variableOf(name)]: text } },
    ),
  )
}

const told = (resolution: Resolution): { resolution: Resolution; faults: string[] } => ({
  resolution,
  faults: resolution.ok ? [] : resolution.problems.map(describeProblem),
})
