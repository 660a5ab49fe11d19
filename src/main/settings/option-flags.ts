import { isEngineSwitch } from './engine-switches.ts'
import { flagOf, optionNames, optionOf, type OptionName } from './settings-table.ts'

/** A value that cannot be used; a secret's `value` is hidden. */
export interface OptionProblem {
  /** As the user wrote it: `--window`, `FORECOURT_WINDOW` or `window in the settings file`. */
  source: string
  value: string
  /** Completes "must be …". */
  expected: string
}

interface FlagReading {
  given: { name: OptionName; source: string; text: string }[]
  /** What is neither a flag nor the value of one. */
  words: string[]
  problems: OptionProblem[]
}

const byFlag = new Map(optionNames.map((name) => [flagOf(name), name]))

const isKnown = (name: string): boolean => name === 'help' || isEngineSwitch(name)

function takesNext(next: string | undefined): next is string {
  return next !== undefined && !next.startsWith('--')
}

/** Reads `--name value`, `--name=value` and bare switches; other people's switches are left alone. */
export function readFlags(argv: readonly string[]): FlagReading {
  const reading: FlagReading = { given: [], words: [], problems: [] }
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] ?? ''
    if (!argument.startsWith('--') || argument === '--') {
      if (argument !== '--') reading.words.push(argument)
      continue
    }
    const [flag = '', ...rest] = argument.split('=')
    const name = byFlag.get(flag)
    if (name === undefined) {
      if (!isKnown(flag.slice(2))) reading.problems.push(unknownFlag(flag))
      continue
    }
    const next = argv[index + 1]
    const isSwitch = optionOf(name).placeholder === null
    if (rest.length > 0) reading.given.push({ name, source: flag, text: rest.join('=') })
    else if (isSwitch && !/^(true|false|1|0)$/.test(next ?? ''))
      reading.given.push({ name, source: flag, text: 'true' })
    else if (takesNext(next)) {
      reading.given.push({ name, source: flag, text: next })
      index++
    } else reading.given.push({ name, source: flag, text: '' })
  }
  return reading
}

function unknownFlag(flag: string): OptionProblem {
  return {
    source: 'command line',
    value: flag,
    expected: `one of ${[...byFlag.keys()].join(', ')}`,
  }
}
