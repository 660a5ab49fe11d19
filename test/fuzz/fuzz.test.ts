import { describe, expect, it } from 'vitest'
import { fuzzAnswers, type AnswerCounts } from './answers.ts'
import { fuzzBridge } from './bridge.ts'
import { fuzzFiles } from './files.ts'
import { fuzzReader } from './reader.ts'

/** How much of everything. */
interface Size {
  readonly messages: number
  readonly answers: AnswerCounts
  readonly keys: number
  /** At how many places a file is damaged. */
  readonly places: number
  takes(file: string, damage: string): boolean
  /** How long a test may take (ms); 0: as long as it needs. */
  readonly timeout: number
}

/** The damages that cost most if they were taken wrongly. */
const TRIED = new Set([
  'settings.json truncated',
  'settings.json gone',
  'terminal.json another kind of JSON',
  'vault.json truncated',
  'snapshot.json random bytes',
  'ledger.db truncated',
  'ledger.db gone',
  'ledger.db rows that nobody can read',
  'ledger.db of a newer version',
  'desk.db empty',
])

const all = { keys: 20_000, takes: () => true, timeout: 0 }
const sizes = {
  short: {
    ...{ messages: 1_000, answers: { small: 48, large: 1, slow: 0 }, keys: 2_000, places: 1 },
    takes: (file, damage) => TRIED.has(`${file} ${damage}`),
    timeout: 240_000,
  },
  quick: { messages: 1_000, answers: { small: 100, large: 1, slow: 0 }, places: 1, ...all },
  whole: { messages: 100_000, answers: { small: 10_000, large: 20, slow: 20 }, places: 4, ...all },
} satisfies Record<string, Size>

// The integration tests run the short part, the same each time; `npm run fuzz` says otherwise.
const { FORECOURT_FUZZ: size = 'short', FORECOURT_FUZZ_SEED: seedText = '20261125' } = process.env
const seed = Number(seedText)
const { messages, answers, keys, places, takes, timeout } = sizes[size as keyof typeof sizes]

describe('the terminal', { timeout }, () => {
  it('bridge: bears malformed and hostile messages from all sides and in all modes', async () => {
    expect(await fuzzBridge(messages, seed)).toEqual([])
  })

  it('reader: bears one that never stops', () => {
    expect(fuzzReader(keys, seed)).toEqual([])
  })

  it('files: opens with damaged ones, and starts nothing a second time', async () => {
    expect(await fuzzFiles(places, seed, takes)).toEqual([])
  })

  it('answers: bears malformed ones, and some that are huge or deep', async () => {
    expect(await fuzzAnswers(answers, seed)).toEqual([])
  })
})
