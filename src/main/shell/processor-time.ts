import { availableParallelism, cpus } from 'node:os'
import type { ProcessMetric } from 'electron'
import type { Meanwhile } from './silence.ts'

/** Tells what ran since it was asked last. */
export type ProcessorTime = (pid: number) => Pick<Meanwhile, 'ranMs' | 'freeMs'>

/**
 * Processor time of a window's process, by its id, and of nobody.
 * @param metrics Electron's `app.getAppMetrics`
 */
export function createProcessorTime(metrics: () => ProcessMetric[]): ProcessorTime {
  let last = { pid: 0, ...read(0, metrics) }
  return (pid) => {
    const before = last
    last = { pid, ...read(pid, metrics) }
    const isSame = before.pid === pid && before.ranMs !== null && last.ranMs !== null
    return {
      ranMs: isSame ? (last.ranMs ?? 0) - (before.ranMs ?? 0) : null,
      freeMs: Math.max(0, last.idleMs - before.idleMs - last.denied * (last.atMs - before.atMs)),
    }
  }
}

function read(pid: number, metrics: () => ProcessMetric[]) {
  const all = cpus()
  const ranSeconds = metrics().find((each) => each.pid === pid)?.cpu.cumulativeCPUUsage
  return {
    atMs: performance.now(),
    ranMs: ranSeconds === undefined ? null : ranSeconds * 1000,
    idleMs: all.reduce((sum, { times }) => sum + times.idle, 0),
    /** Processors that this program may not use (a container's limits): idle or not, they help nobody here. */
    denied: Math.max(0, all.length - availableParallelism()),
  }
}
