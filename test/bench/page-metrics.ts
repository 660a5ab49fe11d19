import type { CDPSession } from '@playwright/test'

async function metric(cdp: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const found = metrics.find(({ name }) => name === wanted)
  if (found === undefined) throw new Error(`Chromium tells no ${wanted}`)
  return found.value
}

/** How long the page's main thread has worked on tasks since the page began (ms). */
export async function taskDurationMs(cdp: CDPSession): Promise<number> {
  return (await metric(cdp, 'TaskDuration')) * 1000
}

/** JavaScript's heap after garbage collection, in MB of 1,000,000 bytes. */
export async function heapMB(cdp: CDPSession): Promise<number> {
  for (let n = 0; n < 3; n += 1) await cdp.send('HeapProfiler.collectGarbage')
  return (await metric(cdp, 'JSHeapUsedSize')) / 1_000_000
}
