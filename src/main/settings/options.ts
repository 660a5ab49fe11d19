import { readFlags, type OptionProblem } from './option-flags.ts'
import {
  flagOf,
  optionNames,
  optionOf,
  variableOf,
  type OptionName,
  type OptionValue,
} from './settings-table.ts'

export type { OptionProblem }

/** The settings of flags, environment and files: see the table. */
export type Options = {
  /** No endpoint: the demo network is shown and the simulator is started. */
  demo: boolean
} & { [N in OptionName]: OptionValue<N> }

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
  const { secret = false, expected } = optionOf(name)
  return { source, value: secret ? '(hidden)' : text, expected }
}

/**
 * Flags go before the environment, this before the provisioning file, and that before the settings
 * file; all wrong values are reported.
 */
export function parseOptions(
  argv: string[],
  env: NodeJS.ProcessEnv,
  file?: unknown,
  provision?: unknown,
): ParsedOptions {
  const flags = readFlags(argv)
  const problems: OptionProblem[] = [...flags.problems]
  const values: Partial<Record<OptionName, unknown>> = {}
  const given = [
    ...fromFile(file, 'the settings file'),
    ...fromFile(provision, 'the provisioning file'),
    ...fromEnvironment(env),
    ...flags.given,
  ]
  for (const each of given) {
    const parsed = optionOf(each.name).text.safeParse(each.text)
    if (parsed.success) values[each.name] = parsed.data
    else problems.push(problemOf(each))
  }
  if (problems.length > 0) return { ok: false, problems }
  const defaults = optionNames.map((name) => [name, optionOf(name).default])
  const options = { ...Object.fromEntries(defaults), ...values } as Omit<Options, 'demo'>
  return { ok: true, options: { demo: options.endpoint === null, ...options } }
}

/** One line a problem, for the console. */
export function describeProblem({ source, value, expected }: OptionProblem): string {
  return `${source}: "${value}" cannot be used; it must be ${expected}.`
}

/** The whole list of flags with their variables, for `--help`. */
export function optionsHelp(): string {
  const rows = optionNames.map((name) => {
    const { placeholder, help, expected } = optionOf(name)
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
