import { createBenchApp } from './app/app.ts'
import type { Bench, BenchGroup } from './bench.ts'
import { Figures, type Figure } from './figures.ts'
import { browse } from './groups/browse.ts'
import { fleet } from './groups/fleet.ts'
import { healing } from './groups/healing.ts'
import { launch } from './groups/launch.ts'
import { live } from './groups/live.ts'
import { naive } from './groups/naive.ts'
import { parse } from './groups/parse.ts'
import { requests } from './groups/requests.ts'
import { startSent } from './groups/start-sent.ts'
import { tap } from './groups/tap.ts'
import { targets } from './groups/targets.ts'
import { visible } from './groups/visible.ts'

const GROUPS: readonly BenchGroup[] = [
  ...[launch, visible, tap, startSent, browse, live, targets, requests],
  ...[parse, naive, fleet, healing],
]

/** The beginnings of all figures' names, by which measurements are chosen. */
export const benchNames: readonly string[] = GROUPS.flatMap(({ names }) => names)

export interface BenchRun {
  /** Empty: everything. */
  names: readonly string[]
  quick: boolean
}

/** Measures and returns all figures. */
export async function runBench({ names, quick }: BenchRun): Promise<readonly Figure[]> {
  const figures = new Figures()
  const app = createBenchApp()
  const note = (text: string): void => {
    process.stderr.write(`${text}\n`)
  }
  const repetitions = (count: number): number => (quick ? Math.ceil(count / 5) : count)
  const bench: Bench = { app, figures, repetitions, note }
  const isNamed = (group: BenchGroup, wanted: readonly string[]): boolean =>
    group.names.some((name) => wanted.includes(name))
  const companions = GROUPS.filter((group) => isNamed(group, names)).flatMap(
    (group) => group.with ?? [],
  )
  const chosen = GROUPS.filter(
    (group) => names.length === 0 || isNamed(group, [...names, ...companions]),
  )
  try {
    for (const group of chosen) if (!group.countsOnly) await group.run(bench)
    await Promise.all(
      chosen.filter(({ countsOnly }) => countsOnly).map((group) => group.run(bench)),
    )
  } finally {
    app.remove()
  }
  note(`\n${figures.table()}`)
  return figures.all
}
