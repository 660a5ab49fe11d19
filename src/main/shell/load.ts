import { availableParallelism, loadavg } from 'node:os'

/** So many programs for each processor want to run at once (mean of a minute; Windows knows none). */
const OVERLOADED_FROM = 1.5

/** Whether everything on this machine is slow. */
export function isOverloaded(): boolean {
  const [minute = 0] = loadavg()
  return minute / availableParallelism() > OVERLOADED_FROM
}
