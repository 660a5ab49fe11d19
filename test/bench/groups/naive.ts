import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { DemoSite, Simulator } from '#simulator/index.ts'
import { SITES, type Bench, type BenchGroup } from '../bench.ts'
import { startCore } from '../naive/core.ts'
import { openNaive, type NaivePage } from '../naive/page.ts'
import { buildNaive } from '../naive/server.ts'
import { POLL_MS } from '../naive/constants.ts'
import { heapMB, openWorkMeter } from '../page-metrics.ts'
import { startSite } from '../stage.ts'
import { median } from '../statistics.ts'
import { changeOf } from './change.ts'
import { difference } from './windows.ts'

const LOADS = 3
const UPDATES = 5
const MINUTE_MS = 60_000
const TOUCH_EVERY_MS = 10_000
/** What a launch asks for but once (prices, static data) is over. */
const SETTLE_MS = 15_000
/** Figures of both that are set beside each other, the usual way's over Forecourt's. */
const COMPARED = ['visible', 'update', 'update.cpu', 'heap', 'dom', 'requests', 'bytes'] as const

/** The same board the usual way, and what it costs against Forecourt's. */
export const naive: BenchGroup = {
  names: ['naive', 'ratio'],
  with: ['visible', 'update'],
  async run(bench) {
    const folder = mkdtempSync(path.join(tmpdir(), 'forecourt-naive-'))
    try {
      await buildNaive(folder)
      for (const { site, size, connectors } of SITES.filter((each) => each.size <= 200))
        await measureSite(bench, { folder, site, size, connectors })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

interface Measured {
  folder: string
  site: DemoSite
  size: number
  connectors: number
}

async function measureSite(bench: Bench, measured: Measured): Promise<void> {
  const { figures } = bench
  const { site, size } = measured
  const sim = await startSite(site)
  const visible: number[] = []
  for (let n = 1; n < bench.repetitions(LOADS); n += 1) {
    const page = await openNaive(sim, measured)
    visible.push(page.visibleMs)
    await page.close()
  }
  const page = await openNaive(sim, measured)
  visible.push(page.visibleMs)
  figures.add(`naive.visible.${size}`, median(visible), 'ms')
  figures.add(`naive.heap.${size}`, await heapMB(page.cdp), 'MB')
  figures.add(`naive.dom.${size}`, await page.page.locator('*').count(), 'elements')
  await measureUpdates(bench, sim, page, measured)
  const usual = await countMinute(sim)
  await page.close()
  figures.add(`naive.requests.${size}`, usual.requests, 'requests/min')
  figures.add(`naive.bytes.${size}`, usual.bytes, 'bytes/min')
  const ours = await countCore(sim, site)
  figures.add(`requests.${size}`, ours.requests, 'requests/min')
  figures.add(`bytes.${size}`, ours.bytes, 'bytes/min')
  await sim.close()
  reportRatios(bench, size)
}

/** A round of polls in which 5 % of the connectors have changed: all tiles ask once in such a window. */
async function measureUpdates(
  bench: Bench,
  sim: Simulator,
  { page }: NaivePage,
  { site, size }: Measured,
): Promise<void> {
  const meter = await openWorkMeter(page)
  const change = await changeOf(sim, site)
  const rounds = []
  for (let n = 0; n < bench.repetitions(UPDATES); n += 1) {
    const before = await meter.read()
    await change()
    await pause(POLL_MS)
    rounds.push(difference(await meter.read(), before))
  }
  const wallMs = median(rounds.map((round) => round.wallMs))
  bench.figures.add(`naive.update.${size}`, wallMs, 'ms')
  bench.figures.add(`naive.update.${size}.cpu`, median(rounds.map(({ cpuMs }) => cpuMs)), 'ms')
}

async function countMinute(sim: Simulator): Promise<{ requests: number; bytes: number }> {
  await sim.control.requests(true)
  await pause(MINUTE_MS)
  const counts = await sim.control.requests()
  return {
    requests: counts.reduce((sum, count) => sum + count.requests, 0),
    bytes: counts.reduce((sum, count) => sum + count.responseBytes, 0),
  }
}

/** Forecourt with somebody there: its pace is that of the usual way. */
async function countCore(
  sim: Simulator,
  site: DemoSite,
): Promise<{ requests: number; bytes: number }> {
  const core = await startCore(sim, site)
  const touching = setInterval(core.touch, TOUCH_EVERY_MS)
  core.touch()
  await pause(SETTLE_MS)
  const counted = await countMinute(sim)
  clearInterval(touching)
  core.close()
  return counted
}

function reportRatios({ figures }: Bench, size: number): void {
  const valueOf = (name: string): number | undefined =>
    figures.all.find((figure) => figure.name === name)?.value
  for (const figure of COMPARED) {
    const [first, ...rest] = figure.split('.')
    const name = [first, size, ...rest].join('.')
    const [usual, ours] = [valueOf(`naive.${name}`), valueOf(name)]
    if (usual !== undefined && ours !== undefined)
      figures.add(`ratio.${name}`, usual / ours, '× Forecourt')
  }
}
