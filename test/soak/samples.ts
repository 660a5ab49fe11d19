import { readdirSync } from 'node:fs'
import type { CDPSession } from '@playwright/test'
import { readDatabases } from './databases.ts'
import type { Inspector } from './inspector.ts'

/** Everything that was measured at one moment of the terminal's time, by name. */
export interface Sample {
  hour: number
  values: Record<string, number>
}

export interface Measured {
  pid: number
  dataDir: string
  inspector: Inspector
  cdp: CDPSession
}

const PAGE_METRICS: Readonly<Record<string, string>> = {
  JSHeapUsedSize: 'page heap, bytes',
  Nodes: 'page DOM nodes',
  JSEventListeners: 'page listeners',
}

/** Collects the garbage of main and page, and counts what is left. The board is shown, and at rest. */
export async function takeSample(hour: number, measured: Measured): Promise<Sample> {
  const { pid, dataDir, inspector, cdp } = measured
  for (let n = 0; n < 2; n += 1) await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const { result } = await cdp.send('Runtime.evaluate', {
    expression: 'document.querySelectorAll("*").length',
    returnByValue: true,
  })
  const { heapBytes, resources } = await inspector.facts()
  const values: Record<string, number> = {
    'main heap, bytes': heapBytes,
    'main open files': readdirSync(`/proc/${pid}/fd`).length,
    'main resources': Object.values(resources).reduce((sum, count) => sum + count, 0),
    'page elements': Number(result.value),
  }
  for (const { name, value } of metrics) {
    const told = PAGE_METRICS[name]
    if (told !== undefined) values[told] = value
  }
  return { hour, values: { ...values, ...readDatabases(dataDir) } }
}
