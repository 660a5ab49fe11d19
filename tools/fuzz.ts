import { fuzzParts, runFuzz, WHOLE } from '#test/fuzz/run.ts'
import { number, onOff, runTool, UsageError } from '#tools/lib/cli.ts'

const QUICK = { messages: 1_000, answers: 100, large: 1, slow: 0, places: 1 }

await runTool(
  {
    command: 'npm run fuzz',
    about:
      'Hands malformed and hostile messages, answers and files to the terminal, and says what gave way.',
    flags: {
      seed: number('S', 'the same run again; without it another one each time', null, { min: 0 }),
      quick: onOff('a hundredth of it'),
    },
    words: { hint: '[part …]', about: [['part', `only these: ${fuzzParts.join(', ')}`]] },
  },
  ({ seed, quick }, words) => {
    const named = fuzzParts.filter((part) => words.includes(part))
    if (named.length < words.length)
      throw new UsageError(`A part is one of ${fuzzParts.join(', ')}.`)
    const parts = named.length > 0 ? named : fuzzParts
    return run(parts, seed ?? Date.now() % 1_000_000, quick)
  },
)
// A part that gave way may have left something open.
process.exit()

/** The last line is for reading by people and machines; false when anything gave way. */
async function run(parts: typeof fuzzParts, seed: number, isQuick: boolean): Promise<boolean> {
  const startedMs = performance.now()
  const note = (text: string): void => void process.stderr.write(`${text}\n`)
  note(`seed ${seed}`)
  const figures = await runFuzz(isQuick ? QUICK : WHOLE, seed, parts, note)
  const { messages, answers, files, faults } = figures
  const seconds = Math.round((performance.now() - startedMs) / 1000)
  const counts = { messages, answers, files, faults: faults.length, seconds, seed }
  const line = Object.entries(counts).map(([name, count]) => `${name} ${String(count)}`)
  process.stdout.write(`fuzz: ${line.join(', ')}\n`)
  return faults.length === 0
}
