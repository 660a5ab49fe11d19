import type { CycleResult } from '#test/faults/run.ts'
import { ensureBuilt } from '#tools/lib/build.ts'
import { number, onOff, runTool } from '#tools/lib/cli.ts'

interface Flags {
  cycles: number
  seed: number
  cycle: number | null
  abreast: number
  verbose: boolean
}

await runTool<Flags>(
  {
    command: 'npm run faults',
    about: `Kills the built terminal at the worst moments, starts it again, and compares what the stations did
with what it showed and stored. Ends with one line of figures; exit code 1 if any is not 0.`,
    flags: {
      cycles: number('N', 'how many cycles to play', 50, { min: 0 }),
      seed: number('S', 'the same seed plans the same cycles', 1, { min: 0 }),
      cycle: number(
        'K',
        'only this one, with what goes before it (a failing cycle says its number)',
        null,
        { min: 0 },
      ),
      abreast: number('N', 'how many at once', 2, { min: 1 }),
      verbose: onOff('every cycle in a line'),
    },
  },
  (flags) => ensureBuilt() && run(flags),
)

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

function tell({ plan, findings, course }: CycleResult, isVerbose: boolean): void {
  const { seed, cycle } = plan
  const story = JSON.stringify({ ...plan, seed: undefined, cycle: undefined })
  if (isVerbose || findings.length > 0) console.log(`cycle ${String(cycle)}: ${story}`)
  if (isVerbose || findings.length > 0) console.log(`  ${JSON.stringify(course)}`)
  for (const finding of findings) console.log(`  ${finding}`)
  if (findings.length > 0) console.log(`  again: --seed ${String(seed)} --cycle ${String(cycle)}`)
}
