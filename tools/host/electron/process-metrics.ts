import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import type { MemoryInfo, ProcessMetric } from 'electron'
import { readProcessStat } from '#tools/lib/process-stat.ts'

/**
 * What Electron says of its processes, of this one and of the pages' (by their ids), as Linux
 * counts it: elsewhere nothing is known of the latter. Wake-ups are not counted.
 */
export function createProcessMetrics(): (pages: readonly number[]) => ProcessMetric[] {
  let last = new Map<number, { atMs: number; cpuMs: number }>()
  return (pages) => {
    const seen: typeof last = new Map()
    const metrics = [process.pid, ...pages].flatMap((pid): ProcessMetric[] => {
      const stat = readProcessStat(pid)
      if (stat === null) return []
      const now = { atMs: performance.now(), cpuMs: stat.cpuMs }
      const before = last.get(pid) ?? now
      seen.set(pid, now)
      const passedMs = Math.max(1, now.atMs - before.atMs)
      return [
        {
          pid,
          type: pid === process.pid ? 'Browser' : 'Tab',
          creationTime: Date.now() - uptime() * 1000 + stat.startedMs,
          cpu: {
            cumulativeCPUUsage: stat.cpuMs / 1000,
            percentCPUUsage: (100 * (now.cpuMs - before.cpuMs)) / passedMs,
            idleWakeupsPerSecond: 0,
          },
          memory: memoryOf(pid),
        },
      ]
    })
    last = seen
    return metrics
  }
}

function memoryOf(pid: number): MemoryInfo {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
  return { workingSetSize: kilobytes('VmRSS'), peakWorkingSetSize: kilobytes('VmHWM') }
}
