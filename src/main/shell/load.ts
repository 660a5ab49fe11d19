import { availableParallelism, loadavg } from 'node:os'

/** A processor that so many programs want is a busy one, and still quick enough. */
const USUAL = 2
const MOST = 10

/**
 * So many times as long as usual everything may take, from 1 to 10: by how many programs want each
 * processor (mean of a minute; Windows tells none: 1).
 */
export function slowness(): number {
  const [minute = 0] = loadavg()
  return Math.min(MOST, Math.max(1, minute / availableParallelism() / USUAL))
}
