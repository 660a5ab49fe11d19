import { readdirSync, readlinkSync } from 'node:fs'
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
    ...openFiles(pid),
    'main resources': Object.values(resources).reduce((sum, count) => sum + count, 0),
    'page elements': Number(result.value),
  }
  for (const { name, value } of metrics) {
    const kept = PAGE_METRICS[name]
    if (kept !== undefined) values[kept] = value
  }
  return { hour, values: { ...values, ...readDatabases(dataDir) } }
}

/** Sockets apart: HTTP keeps some open for seconds after their last use, so that they come and go. */
function openFiles(pid: number): Record<string, number> {
  const folder = `/proc/${pid}/fd`
  const targets = readdirSync(folder).map((name) => targetOf(`${folder}/${name}`))
  const sockets = targets.filter((target) => target.startsWith('socket:')).length
  return { 'main open files': targets.length - sockets, 'main sockets': sockets }
}

/** Empty: closed since it was listed. */
function targetOf(link: string): string {
  try {
    return readlinkSync(link)
  } catch {
    return ''
  }
}
