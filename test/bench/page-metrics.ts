import type { CDPSession, Page } from '@playwright/test'

async function metric(cdp: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const found = metrics.find(({ name }) => name === wanted)
  if (found === undefined) throw new Error(`Chromium has no ${wanted}`)
  return found.value
}

/** Work of the page's main thread, in ms. */
export interface Work {
  /** From each task's beginning to its end. */
  wallMs: number
  /** What the processor spent on it: other programs on a busy machine do not count. */
  cpuMs: number
}

export interface WorkMeter {
  /** Work on tasks since the meter was opened. */
  read(): Promise<Work>
}

/** Chromium counts by one clock a session, hence two of them. */
export async function openWorkMeter(page: Page): Promise<WorkMeter> {
  const wall = await page.context().newCDPSession(page)
  const cpu = await page.context().newCDPSession(page)
  await wall.send('Performance.enable', { timeDomain: 'timeTicks' })
  await cpu.send('Performance.enable', { timeDomain: 'threadTicks' })
  return {
    read: async () => {
      const [wallS, cpuS] = await Promise.all([
        metric(wall, 'TaskDuration'),
        metric(cpu, 'TaskDuration'),
      ])
      return { wallMs: wallS * 1000, cpuMs: cpuS * 1000 }
    },
  }
}

/** JavaScript's heap after garbage collection, in MB of 1,000,000 bytes. */
export async function heapMB(cdp: CDPSession): Promise<number> {
  await cdp.send('Performance.enable')
  for (let n = 0; n < 3; n += 1) await cdp.send('HeapProfiler.collectGarbage')
  const usedBytes = await metric(cdp, 'JSHeapUsedSize')
  await cdp.send('Performance.disable')
  return usedBytes / 1_000_000
}
