import type { DemoSite } from '#simulator/index.ts'
import type { BenchApp } from './app/app.ts'
import type { Figures } from './figures.ts'

/** What every group of measurements gets. */
export interface Bench {
  app: BenchApp
  figures: Figures
  /** `count` repetitions, or a few where only the bench itself is tried. */
  repetitions(count: number): number
  /** For people, on stderr. */
  note(text: string): void
}

export interface BenchGroup {
  /** The beginnings of the names of its figures. */
  names: readonly string[]
  /** Gives numbers that a busy machine does not change: runs beside others of its kind. */
  countsOnly?: true
  /** Figures of other groups that its own are set beside: they are measured, too. */
  with?: readonly string[]
  run(bench: Bench): Promise<void>
}

/** The sites by the number that their figures bear; the depot's 48 connectors count as 50. */
export const SITES: readonly { site: DemoSite; size: number; connectors: number }[] = [
  { site: 'hotel', size: 6, connectors: 6 },
  { site: 'depot', size: 50, connectors: 48 },
  { site: 'garage', size: 200, connectors: 200 },
  { site: 'campus', size: 1000, connectors: 1000 },
]
