import { availableParallelism, loadavg } from 'node:os'

const MOST = 16

/**
 * How many programs want each processor, from 1 to 16 (mean of a minute; Windows tells none: 1). So many
 * times as long as usual everything may take.
 */
export function slowness(): number {
  const [minute = 0] = loadavg()
  return Math.min(MOST, Math.max(1, minute / availableParallelism()))
}
