import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { DemoSite, Simulator } from '#simulator/index.ts'
import { SITES, type Bench, type BenchGroup } from '../bench.ts'
import { heapMB, openWorkMeter, type Work, type WorkMeter } from '../page-metrics.ts'
import { openTerminalPage, type Stage } from '../stage.ts'
import { median } from '../statistics.ts'
import {
  difference,
  measurePair,
  RefreshWatch,
  touch,
  watchWindow,
  type WindowPair,
} from './windows.ts'

const TIMES = 20
const SHARE_CHANGED = 0.05
/** The slowest that two refreshes follow each other at rest, and some. */
const REST_LIMIT_MS = 20_000

/** What a live board costs: an update of 5 % of its connectors, nothing at all, memory, elements. */
export const live: BenchGroup = {
  names: ['update', 'idle', 'heap', 'dom'],
  async run(bench) {
    for (const { site, size } of SITES) {
      const stage = await openTerminalPage(bench.app, site)
      bench.figures.add(`heap.${size}`, await heapMB(stage.cdp), 'MB')
      bench.figures.add(`dom.${size}`, await stage.page.locator('*').count(), 'elements')
      const meter = await openWorkMeter(stage.page)
      const pairs = await measurePairs(bench, stage, meter, site)
      const idle = middle(pairs.map((pair) => pair.idle))
      const update = middle(pairs.map((pair) => pair.update))
      report(bench, `update.${size}`, update)
      report(bench, `idle.${size}`, idle)
      if (size === 6) {
        const floor = await measureFloor(bench, stage, meter)
        report(bench, 'update.floor', difference(floor, idle))
      }
      await stage.close()
    }
  },
}

function middle(work: readonly Work[]): Work {
  return {
    wallMs: median(work.map(({ wallMs }) => wallMs)),
    cpuMs: median(work.map(({ cpuMs }) => cpuMs)),
  }
}

function report({ figures }: Bench, name: string, { wallMs, cpuMs }: Work): void {
  figures.add(name, wallMs, 'ms')
  figures.add(`${name}.cpu`, cpuMs, 'ms')
}

async function measurePairs(
  bench: Bench,
  { page, sim }: Stage,
  meter: WorkMeter,
  site: DemoSite,
): Promise<WindowPair[]> {
  const wanted = bench.repetitions(TIMES)
  const change = await changeOf(sim, site)
  const refresh = new RefreshWatch(sim)
  const pairs: WindowPair[] = []
  await touch(page)
  await refresh.next(REST_LIMIT_MS)
  for (let tries = 0; pairs.length < wanted && tries < wanted * 2; tries += 1) {
    const pair = await measurePair(page, meter, refresh, change)
    if (pair) pairs.push(pair)
    else await refresh.next(REST_LIMIT_MS)
  }
  if (pairs.length < wanted) throw new Error(`Only ${pairs.length} updates came in their windows`)
  return pairs
}

/**
 * Every twentieth connector that is free (at least one) breaks down, and is repaired the next time.
 * Tells the numbers on their stickers.
 */
async function changeOf(
  { control }: Simulator,
  site: DemoSite,
): Promise<() => Promise<readonly string[]>> {
  const { sites } = await control.overview()
  const stations = sites.find(({ key }) => key === site)?.stations ?? []
  const all = stations.filter(({ online }) => online).flatMap(({ connectors }) => connectors)
  const free = all.filter(({ ocpp }) => ocpp === 'Available')
  const count = Math.max(1, Math.round(all.length * SHARE_CHANGED))
  const chosen = free.filter((_, index) => index % Math.floor(free.length / count) === 0)
  const changed = chosen.slice(0, count)
  let isBroken = false
  return async () => {
    isBroken = !isBroken
    const status = isBroken ? 'Faulted' : 'Available'
    await Promise.all(changed.map(({ id }) => control.setOcppStatus(id, status)))
    return changed.flatMap(({ number }) => number ?? [])
  }
}

/** The least that any change on screen costs here: the text of one bare node. */
async function measureFloor(bench: Bench, { page }: Stage, meter: WorkMeter): Promise<Work> {
  const windows: Work[] = []
  await addBareText(page)
  for (let n = 0; n < bench.repetitions(TIMES); n += 1) {
    await page.evaluate((text) => {
      setTimeout(() => {
        const node = document.querySelector('#bare-text')?.firstChild
        if (node) node.nodeValue = text
      }, 700)
    }, String(n))
    await pause(100)
    windows.push(await watchWindow(meter))
  }
  return middle(windows)
}

function addBareText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const place = document.createElement('div')
    place.id = 'bare-text'
    place.textContent = 'bare'
    place.style.cssText = 'position: fixed; inset: 0 auto auto 0'
    document.body.append(place)
  })
}
