import { addFigures, judge, noFigures, type Figures, type Verdict } from './judge.ts'
import { planOf, ROUND, type Plan } from './plan.ts'
import { openStand, type Stand } from './stand.ts'
import { play } from './story.ts'

export interface CycleResult extends Verdict {
  readonly plan: Plan
  /** What became of it, for those who read along. */
  readonly course?: Course
  /** The suite itself failed: nothing is known of this cycle. */
  readonly failed?: boolean
}

export interface Course {
  /** The planned point was reached, and killed the terminal there. */
  readonly diedAtPoint: boolean
  readonly asked: readonly string[]
  /** The last starts of the ledger. */
  readonly ended: readonly string[]
}

/** Spoils a cycle on purpose, after the kill: the judge must see it. */
export type Spoil = (stand: Stand) => void

/**
 * Plays cycles one after the other at one platform and one data folder. What went wrong in one must not
 * be held against the next: it gets new ones.
 */
export async function playRound(
  plans: readonly Plan[],
  onCycle: (result: CycleResult) => void,
  spoil?: Spoil,
): Promise<void> {
  let stand: Stand | null = null
  try {
    for (const plan of plans) {
      stand ??= await openStand(plan.seed + plan.cycle)
      const result = await playOne(plan, stand, spoil)
      onCycle(result)
      if (result.findings.length === 0 && !leavesGhosts(plan)) continue
      await stand.close()
      stand = null
    }
  } finally {
    await stand?.close()
  }
}

export async function playOne(plan: Plan, stand: Stand, spoil?: Spoil): Promise<CycleResult> {
  try {
    const course = await play(plan, stand, spoil)
    const record = await stand.record()
    const asked = record.intentions.map(({ way, outcome, code }) => `${way} ${code ?? outcome}`)
    const kept = record.end.ledger.map(({ kind, step }) => `${kind} ${step}`)
    const ended = kept.slice(-asked.length)
    return { plan, course: { ...course, asked, ended }, ...judge(record) }
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { plan, figures: noFigures(), findings: [`not judged: ${why}`], failed: true }
  }
}

/** An attempt that may begin long after its cycle. */
const leavesGhosts = ({ faults }: Plan): boolean =>
  faults.some(({ name }) => name === 'startAfterTimeout')

export interface RunOptions {
  readonly seed: number
  /** Numbers of the cycles to play, in order. */
  readonly cycles: readonly number[]
  readonly abreast: number
  readonly onCycle: (result: CycleResult) => void
}

/** Plays many cycles, some rounds at once. */
export async function runFaults({
  seed,
  cycles,
  abreast,
  onCycle,
}: RunOptions): Promise<Figures & { notJudged: number }> {
  const rounds = [...Map.groupBy(cycles, (cycle) => Math.floor(cycle / ROUND)).values()]
  let figures = noFigures()
  let notJudged = 0
  const work = async (): Promise<void> => {
    for (let round = rounds.shift(); round; round = rounds.shift()) {
      const plans = round.map((cycle) => planOf(seed, cycle))
      await playRound(plans, (result) => {
        figures = addFigures(figures, result.figures)
        if (result.failed) notJudged += 1
        onCycle(result)
      })
    }
  }
  await Promise.all(Array.from({ length: abreast }, work))
  return { ...figures, notJudged }
}
