import {
  flagOf,
  optionNames,
  optionTable,
  variableOf,
  type OptionName,
  type OptionValue,
} from './option-table.ts'
import { readFlags, type OptionProblem } from './option-flags.ts'

export type { OptionProblem }

/** What the terminal was told at its start. `null`: not told. */
export interface Options {
  /** No endpoint: the demo network is shown and the simulator is started. */
  demo: boolean
  endpoint: string | null
  key: string | null
  username: string | null
  password: string | null
  site: string | null
  /** Stations that are shown instead of a site. */
  stations: OptionValue<'stations'> | null
  /** The file with all settings. */
  provision: string | null
  /** Where secrets are kept if the system cannot protect them. */
  secrets: OptionValue<'secrets'>
  dataDir: string | null
  host: OptionValue<'host'>
  window: OptionValue<'window'> | null
  kiosk: boolean
  /** `HH:MM`, or null for never. */
  refreshAt: string | null
  /** Null: there is no metrics page. */
  metricsPort: number | null
  language: string | null
  timeZone: string | null
  demoSite: OptionValue<'demoSite'>
  /** Seconds of the demo per real second. */
  demoSpeed: number
  demoSeed: number
  /** Other people's sessions come and go at the demo site. */
  demoBustle: boolean
}

export type ParsedOptions =
  { ok: true; options: Options } | { ok: false; problems: OptionProblem[] }

interface Given {
  name: OptionName
  source: string
  text: string
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function fromEnvironment(env: NodeJS.ProcessEnv): Given[] {
  return optionNames.flatMap((name) => {
    const text = env[variableOf(name)]
    return text === undefined || text === '' ? [] : [{ name, source: variableOf(name), text }]
  })
}

function fromFile(file: unknown, fileName: string): Given[] {
  if (!isRecord(file)) return []
  return optionNames.flatMap((name) => {
    const value = file[name]
    if (value === undefined || value === null) return []
    return [{ name, source: `${name} in ${fileName}`, text: textOf(value) }]
  })
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(',')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function problemOf({ name, source, text }: Given): OptionProblem {
  const { secret, expected } = optionTable[name]
  return { source, value: secret ? '(hidden)' : text, expected }
}

/**
 * Flags go before the environment, this before the provisioning file, and that before the settings
 * file; all wrong values are told.
 */
export function parseOptions(
  argv: string[],
  env: NodeJS.ProcessEnv,
  file?: unknown,
  provision?: unknown,
): ParsedOptions {
  const flags = readFlags(argv)
  const problems: OptionProblem[] = [...flags.problems]
  const values = new Map<OptionName, unknown>()
  const told = [
    ...fromFile(file, 'the settings file'),
    ...fromFile(provision, 'the provisioning file'),
    ...fromEnvironment(env),
    ...flags.given,
  ]
  for (const given of told) {
    const parsed = optionTable[given.name].schema.safeParse(given.text)
    if (parsed.success) values.set(given.name, parsed.data)
    else problems.push(problemOf(given))
  }
  if (problems.length > 0) return { ok: false, problems }
  const get = <N extends OptionName>(name: N): OptionValue<N> | null =>
    (values.get(name) ?? null) as OptionValue<N> | null
  const endpoint = get('endpoint')
  const refreshAt = get('refreshAt') ?? '03:30'
  return {
    ok: true,
    options: {
      demo: endpoint === null,
      endpoint,
      key: get('key'),
      username: get('username'),
      password: get('password'),
      site: get('site'),
      stations: get('stations'),
      provision: get('provision'),
      secrets: get('secrets') ?? 'memory',
      dataDir: get('dataDir'),
      host: get('host') ?? 'auto',
      window: get('window'),
      kiosk: get('kiosk') ?? false,
      refreshAt: refreshAt === 'never' ? null : refreshAt,
      metricsPort: get('metricsPort'),
      language: get('language'),
      timeZone: get('timeZone'),
      demoSite: get('demoSite') ?? 'hotel',
      demoSpeed: get('demoSpeed') ?? 1,
      demoSeed: get('demoSeed') ?? 1,
      demoBustle: get('demoBustle') ?? true,
    },
  }
}

/** One line a problem, for the console. */
export function describeProblem({ source, value, expected }: OptionProblem): string {
  return `${source}: "${value}" cannot be used; it must be ${expected}.`
}

/** The whole list of flags with their variables, for `--help`. */
export function optionsHelp(): string {
  const rows = optionNames.map((name) => {
    const { placeholder, help, expected } = optionTable[name]
    const usage = placeholder === null ? flagOf(name) : `${flagOf(name)} ${placeholder}`
    return `  ${usage.padEnd(26)}${variableOf(name)}\n      ${help} Must be ${expected}.`
  })
  return [
    'Flags go before environment variables, these before the provisioning file, and that before the',
    'settings file.',
    'Give secrets by environment variable: flags can be seen by other users of the machine.',
    '',
    ...rows,
  ].join('\n')
}
