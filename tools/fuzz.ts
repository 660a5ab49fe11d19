import { parseArgs } from 'node:util'
import { fuzzParts, runFuzz, WHOLE } from '#test/fuzz/run.ts'

const HELP = `Hands malformed and hostile messages, answers and files to the terminal, and says what gave way.

  npm run fuzz -- [flags] [part …]

  part        only these: ${fuzzParts.join(', ')}
  --seed S    the same run again; default: another one each time
  --quick     a hundredth of it
  --help      this text
`

/** The last line is for reading by people and machines; 1 when anything gave way. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const seed = Number(values.seed)
  if (!Number.isInteger(seed)) throw new RangeError('--seed must be a whole number.')
  const named = fuzzParts.filter((part) => positionals.includes(part))
  if (named.length < positionals.length)
    throw new RangeError(`A part is one of ${fuzzParts.join(', ')}.`)
  const size = values.quick
    ? { messages: 1_000, answers: 100, large: 1, slow: 0, places: 1 }
    : WHOLE
  const startedMs = performance.now()
  const note = (text: string): void => void process.stderr.write(`${text}\n`)
  note(`seed ${values.seed}`)
  const figures = await runFuzz(size, seed, named.length > 0 ? named : fuzzParts, note)
  const { messages, answers, files, faults } = figures
  const seconds = Math.round((performance.now() - startedMs) / 1000)
  const told = { messages, answers, files, faults: faults.length, seconds, seed }
  const line = Object.entries(told).map(([name, count]) => `${name} ${String(count)}`)
  process.stdout.write(`fuzz: ${line.join(', ')}\n`)
  return faults.length === 0 ? 0 : 1
}

try {
  process.exit(await main())
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exit(error instanceof RangeError || error instanceof TypeError ? 2 : 1)
}
