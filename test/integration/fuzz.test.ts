import { describe, expect, it } from 'vitest'
import { fuzzAnswers } from '#test/fuzz/answers.ts'
import { fuzzBridge } from '#test/fuzz/bridge.ts'
import { fuzzFiles } from '#test/fuzz/files.ts'
import { fuzzReader } from '#test/fuzz/reader.ts'

/** The short part of `npm run fuzz`, the same each time. */
const SEED = 20_261_125

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

describe('the terminal', () => {
  it('bears 1,000 malformed and hostile messages from all sides and in all modes', async () => {
    expect((await fuzzBridge(1_000, SEED)).faults).toEqual([])
  }, 240_000)

  it('bears 2,000 malformed answers, and some that are huge or deep', async () => {
    const small = Math.ceil(2_000 / 42)
    expect((await fuzzAnswers({ small, large: 1, slow: 0 }, SEED)).faults).toEqual([])
  }, 240_000)

  it('opens with damaged files, and starts nothing a second time', async () => {
    const takes = (file: string, damage: string): boolean => TRIED.has(`${file} ${damage}`)
    expect((await fuzzFiles(1, SEED, takes)).faults).toEqual([])
  }, 240_000)

  it('bears a reader that never stops', () => {
    expect(fuzzReader(2_000, SEED).faults).toEqual([])
  })
})
