import { addFigures, judge, noFigures, type Figures, type Verdict } from './judge.ts'
import { planOf, type Plan } from './plan.ts'
import { openStand, type Stand } from './stand.ts'
import { play } from './story.ts'

export interface CycleResult extends Verdict {
  readonly plan: Plan
}

/** Plays one cycle and judges it. `spoil` spoils it on purpose, after the kill: the judge must see it. */
export async function runCycle(plan: Plan, spoil?: (stand: Stand) => void): Promise<CycleResult> {
  const stand = await openStand(plan)
  try {
    await play(plan, stand, spoil)
    return { plan, ...judge(await stand.record()) }
  } finally {
    await stand.close()
  }
}

export interface RunOptions {
  readonly seed: number
  /** Numbers of the cycles to play. */
  readonly cycles: readonly number[]
  readonly abreast: number
  readonly onCycle?: (result: CycleResult) => void
}

/** Plays many cycles, some at once. */
export async function runFaults(options: RunOptions): Promise<Figures> {
  const queue = [...options.cycles]
  let figures = noFigures()
  const work = async (): Promise<void> => {
    for (let cycle = queue.shift(); cycle !== undefined; cycle = queue.shift()) {
      const result = await runCycle(planOf(options.seed, cycle))
      figures = addFigures(figures, result.figures)
      options.onCycle?.(result)
    }
  }
  await Promise.all(Array.from({ length: options.abreast }, work))
  return figures
}
