import { parseArgs } from 'node:util'

/** What was asked for cannot be done: said without a stack, with exit code 2. */
export class UsageError extends Error {}

type Value = string | number | boolean | null

export interface Flag<T extends Value = Value> {
  /** What the help shows behind the flag's name, such as N; null: a switch. */
  hint: string | null
  /** May be more than one line. */
  about: string
  /** What counts without the flag. */
  fallback: T
  /** @throws {UsageError} */
  read: (text: string, name: string) => T
}

type Values<T> = { [Name in keyof T]: Value }

/** A tool's command line. Values have the type of their flags. */
export interface Tool<T extends Values<T>> {
  /** As it is typed, such as `npm run bench`. */
  command: string
  about: string
  flags: { [Name in keyof T]: Flag<T[Name]> }
  /** What may stand beside flags, and lines about it; without it nothing may. */
  words?: { hint: string; about: readonly (readonly [name: string, about: string])[] }
}

interface Range {
  min: number
  max?: number
  isFraction?: boolean
}

const LARGEST = 999_999_999

/** A flag that is there or not. */
export function onOff(about: string): Flag<boolean> {
  return { hint: null, about, fallback: false, read: () => true }
}

/** A switch that is on where nothing is said, or off: its value is written out. */
export function yesOrNo(about: string, fallback: boolean): Flag<boolean> {
  const read = (text: string, name: string): boolean => {
    if (text === 'true' || text === 'false') return text === 'true'
    throw new UsageError(`--${name} is "${text}": it must be true or false.`)
  }
  return { hint: 'true|false', about, fallback, read }
}

/** A number of the range, whole unless fractions are allowed. */
export function number<F extends number | null>(
  hint: string,
  about: string,
  fallback: F,
  { min, max = LARGEST, isFraction = false }: Range,
): Flag<number | F> {
  const read = (text: string, name: string): number => {
    const value = text.trim() === '' ? NaN : Number(text)
    if (value >= min && value <= max && (isFraction || Number.isInteger(value))) return value
    const kind = isFraction ? 'number' : 'whole number'
    throw new UsageError(`--${name} is "${text}": it must be a ${kind} from ${min} to ${max}.`)
  }
  return { hint, about, fallback, read }
}

/** Any text; null: it was not given. */
export function anyText(hint: string, about: string): Flag<string | null> {
  return { hint, about, fallback: null, read: (given) => given }
}

/** One of these names. */
export function oneOf<N extends string>(
  names: readonly N[],
  about: string,
  fallback: NoInfer<N>,
): Flag<N> {
  const read = (text: string, name: string): N => {
    const found = names.find((each) => each === text)
    if (found !== undefined) return found
    throw new UsageError(`--${name} is "${text}": it must be one of ${names.join(', ')}.`)
  }
  return { hint: 'NAME', about, fallback, read }
}

/** The text of `--help`, made of the table. */
export function helpOf<T extends Values<T>>({ command, about, flags, words }: Tool<T>): string {
  const rows = [
    ...(words?.about ?? []),
    ...Object.entries<Flag>(flags).map(([name, flag]) => rowOf(name, flag)),
    ['--help', 'this text'] as const,
  ]
  const width = Math.max(...rows.map(([name]) => name.length)) + 3
  const lines = rows.map(([name, text]) => {
    return `  ${name.padEnd(width)}${text.replaceAll('\n', `\n  ${' '.repeat(width)}`)}\n`
  })
  const usage = [command, '--', '[flags]', words?.hint].filter((part) => part !== undefined)
  return `${about}\n\n  ${usage.join(' ')}\n\n${lines.join('')}`
}

function rowOf(name: string, { hint, about, fallback }: Flag): [string, string] {
  if (hint === null) return [`--${name}`, about]
  const [first, ...others] = about.split('\n')
  const withDefault = fallback === null ? first : `${first}; default: ${String(fallback)}`
  return [`--${name} ${hint}`, [withDefault, ...others].join('\n')]
}

/**
 * What a command line says; null: it asks for help.
 * @throws {UsageError} with the flag that is wrong and what would be right
 */
export function readCommandLine<T extends Values<T>>(
  tool: Tool<T>,
  argv: readonly string[],
): { flags: T; words: string[] } | null {
  const flags = Object.entries<Flag>(tool.flags)
  const { values, positionals } = parsed(argv, flags, tool.words !== undefined)
  if (values['help'] === true) return null
  const read = flags.map(([name, flag]) => {
    const text = values[name]
    return [name, text === undefined ? flag.fallback : flag.read(String(text), name)] as const
  })
  return { flags: Object.fromEntries(read) as T, words: positionals }
}

type Options = Record<string, { type: 'boolean' | 'string' }>

function parsed(
  argv: readonly string[],
  flags: readonly (readonly [string, Flag])[],
  allowPositionals: boolean,
) {
  const types = flags.map(([name, { hint }]) => {
    return [name, { type: hint === null ? 'boolean' : 'string' }] as const
  })
  const options: Options = { ...Object.fromEntries(types), help: { type: 'boolean' } }
  try {
    return parseArgs({ args: [...argv], options, allowPositionals })
  } catch (error) {
    const known = flags.map(([name]) => `--${name}`).join(', ')
    const wrong = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${wrong}\nFlags are ${known}; --help says what they do.`)
  }
}

/**
 * Runs a tool by this process' command line. The exit code: 0 when `run` answers true, 2 for a wrong
 * command line, 1 otherwise.
 */
export async function runTool<T extends Values<T>>(
  tool: Tool<T>,
  run: (flags: T, words: string[]) => boolean | Promise<boolean>,
): Promise<void> {
  try {
    const line = readCommandLine(tool, process.argv.slice(2))
    if (line === null) process.stdout.write(helpOf(tool))
    else process.exitCode = (await run(line.flags, line.words)) ? 0 : 1
  } catch (error) {
    const isUsage = error instanceof UsageError
    process.stderr.write(`${isUsage ? error.message : stackOf(error)}\n`)
    process.exit(isUsage ? 2 : 1)
  }
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
