import { describe, expect, it } from 'vitest'
import {
  helpOf,
  number,
  oneOf,
  onOff,
  yesOrNo,
  readCommandLine,
  UsageError,
  type Tool,
} from '#tools/lib/cli.ts'

interface Flags {
  cycles: number
  cycle: number | null
  speed: number
  site: 'hotel' | 'depot'
  quick: boolean
  bustle: boolean
}

const tool: Tool<Flags> = {
  command: 'npm run try',
  about: 'Tries it.',
  flags: {
    cycles: number('N', 'how many', 50, { min: 1 }),
    cycle: number('K', 'only this one', null, { min: 0 }),
    speed: number('N', 'how fast', 1, { min: 0, max: 10, isFraction: true }),
    site: oneOf(['hotel', 'depot'], 'where\nthe hotel is small', 'hotel'),
    quick: onOff('less of it'),
    bustle: yesOrNo('whether others come', true),
  },
  words: { hint: '[part …]', about: [['part', 'only these']] },
}

describe('a command line', () => {
  it('is what stands in the table where nothing is said', () => {
    expect(readCommandLine(tool, [])).toEqual({
      flags: { cycles: 50, cycle: null, speed: 1, site: 'hotel', quick: false, bustle: true },
      words: [],
    })
  })

  it('is read by the types of its flags', () => {
    const argv =
      '--cycles 3 one --speed 0.5 --cycle=0 --site depot --quick --bustle false two'.split(' ')
    expect(readCommandLine(tool, argv)).toEqual({
      flags: { cycles: 3, cycle: 0, speed: 0.5, site: 'depot', quick: true, bustle: false },
      words: ['one', 'two'],
    })
  })

  it('asks for help, whatever else it says', () => {
    expect(readCommandLine(tool, ['--help', '--cycles', 'many'])).toBeNull()
  })

  it.each([
    ['--cycles 0', '--cycles is "0": it must be a whole number from 1 to 999999999.'],
    ['--cycles 1.5', '--cycles is "1.5": it must be a whole number from 1 to 999999999.'],
    ['--cycles=', '--cycles is "": it must be a whole number from 1 to 999999999.'],
    ['--speed fast', '--speed is "fast": it must be a number from 0 to 10.'],
    ['--speed 11', '--speed is "11": it must be a number from 0 to 10.'],
    ['--bustle no', '--bustle is "no": it must be true or false.'],
    ['--site park', '--site is "park": it must be one of hotel, depot.'],
    ['--slow', "Unknown option '--slow'"],
  ])('%s is refused with what would be right', (line, message) => {
    const read = () => readCommandLine(tool, line.split(' '))
    expect(read).toThrow(UsageError)
    expect(read).toThrow(message)
  })

  it('takes no words where the table has none', () => {
    const { words: _, ...wordless } = tool
    expect(() => readCommandLine(wordless, ['part'])).toThrow(UsageError)
  })
})

it('the help is made of the table', () => {
  expect(helpOf(tool)).toBe(`Tries it.

  npm run try -- [flags] [part …]

  part                  only these
  --cycles N            how many; default: 50
  --cycle K             only this one
  --speed N             how fast; default: 1
  --site NAME           where; default: hotel
                        the hotel is small
  --quick               less of it
  --bustle true|false   whether others come; default: true
  --help                this text
`)
})
