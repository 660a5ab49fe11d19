import { parseArgs } from 'node:util'
import type { CycleResult } from '#test/faults/run.ts'
import { ensureBuilt } from '#tools/lib/build.ts'

const HELP = `Kills the built terminal at the worst moments, starts it again, and compares what the stations did
with what it showed and stored. Ends with one line of figures; exit code 1 if any is not 0.

  npm run faults -- [flags]

  --cycles N    how many cycles to play; default: 50
  --seed S      the same seed plans the same cycles; default: 1
  --cycle K     only this one, with what goes before it (a failing cycle says its number)
  --abreast N   how many at once; default: 2
  --verbose     every cycle in a line
  --help        this text
`

interface Flags {
  cycles: number
  seed: number
  cycle: number | null
  abreast: number
  verbose: boolean
}

function readFlags(): Flags | null {
  const { values } = parseArgs({
    options: {
      cycles: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      cycle: { type: 'string' },
      abreast: { type: 'string', default: '2' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  const { cycle, verbose } = values
  return {
    cycles: wholeNumber('cycles', values.cycles),
    seed: wholeNumber('seed', values.seed),
    cycle: cycle === undefined ? null : wholeNumber('cycle', cycle),
    abreast: Math.max(1, wholeNumber('abreast', values.abreast)),
    verbose,
  }
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new TypeError(`--${name} must be a whole number, not "${text}"`)
  return Number(text)
}

function tell({ plan, findings, course }: CycleResult, isVerbose: boolean): void {
  const { seed, cycle } = plan
  const story = JSON.stringify({ ...plan, seed: undefined, cycle: undefined })
  if (isVerbose || findings.length > 0) console.log(`cycle ${String(cycle)}: ${story}`)
  if (isVerbose || findings.length > 0) console.log(`  ${JSON.stringify(course)}`)
  for (const finding of findings) console.log(`  ${finding}`)
  if (findings.length > 0) console.log(`  again: --seed ${String(seed)} --cycle ${String(cycle)}`)
}

async function run({ cycles, seed, cycle, abreast, verbose }: Flags): Promise<boolean> {
  const { runFaults } = await import('#test/faults/run.ts')
  const { roundUpTo } = await import('#test/faults/plan.ts')
  const all = Array.from({ length: cycles }, (_, index) => index)
  const numbers = cycle === null ? all : roundUpTo(cycle)
  const beganMs = performance.now()
  const figures = await runFaults({
    ...{ seed, cycles: numbers, abreast },
    onCycle: (result) => tell(result, verbose),
  })
  const seconds = Math.round((performance.now() - beganMs) / 1000)
  console.log(JSON.stringify({ ...figures, cycles: numbers.length, seed, seconds }))
  return Object.values(figures).every((count: number) => count === 0)
}

try {
  const flags = readFlags()
  if (!flags) process.stdout.write(HELP)
  else if (!ensureBuilt()) process.exitCode = 1
  else process.exitCode = (await run(flags)) ? 0 : 1
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exitCode = error instanceof TypeError ? 2 : 1
}
