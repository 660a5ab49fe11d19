import { readdirSync } from 'node:fs'
import { readProcessStat, type ProcessStat } from '#tools/lib/process-stat.ts'

/**
 * Processor time (ms) of a process and of all that it has started and that run, as Linux counts it:
 * other programs on a busy machine are not in it. NaN where there is no /proc.
 */
export function treeCpuMs(pid: number): number {
  const times = new Map<number, ProcessStat>()
  for (const id of pids()) {
    const read = readProcessStat(id)
    if (read) times.set(id, read)
  }
  const sum = (id: number): number => {
    const own = times.get(id)?.cpuMs ?? Number.NaN
    const children = [...times].filter(([, { parent }]) => parent === id)
    return children.reduce((total, [child]) => total + sum(child), own)
  }
  return sum(pid)
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger)
  } catch {
    return []
  }
}
