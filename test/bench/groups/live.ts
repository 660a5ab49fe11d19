import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { DemoSite, Simulator } from '#simulator/index.ts'
import { SITES, type Bench, type BenchGroup } from '../bench.ts'
import { heapMB } from '../page-metrics.ts'
import { openStage, type Stage } from '../stage.ts'
import { median } from '../statistics.ts'
import { measurePair, RefreshWatch, touch, watchWindow, type WindowPair } from './windows.ts'

const TIMES = 20
const SHARE_CHANGED = 0.05
/** The slowest that two refreshes follow each other at rest, and some. */
const REST_LIMIT_MS = 20_000

/** What a live board costs: an update of 5 % of its connectors, nothing at all, memory, elements. */
export const live: BenchGroup = {
  names: ['update', 'idle', 'heap', 'dom'],
  async run(bench) {
    for (const { site, size } of SITES) {
      const stage = await openStage(bench.app, site)
      await stage.cdp.send('Performance.enable')
      const heap = await heapMB(stage.cdp)
      const elements = await stage.page.locator('*').count()
      const pairs = await measurePairs(bench, stage, site)
      const idleMs = median(pairs.map((pair) => pair.idleMs))
      if (size === 6) await measureFloor(bench, stage, idleMs)
      await stage.close()
      bench.figures.add(`update.${size}`, median(pairs.map(netMs)), 'ms')
      bench.figures.add(`idle.${size}`, idleMs, 'ms')
      bench.figures.add(`heap.${size}`, heap, 'MB')
      bench.figures.add(`dom.${size}`, elements, 'elements')
    }
  },
}

const netMs = ({ updateMs, idleMs }: WindowPair): number => updateMs - idleMs

async function measurePairs(bench: Bench, stage: Stage, site: DemoSite): Promise<WindowPair[]> {
  const wanted = bench.repetitions(TIMES)
  const change = await changeOf(stage.sim, site)
  const refresh = new RefreshWatch(stage.sim)
  const pairs: WindowPair[] = []
  await touch(stage.page)
  await refresh.next(REST_LIMIT_MS)
  for (let tries = 0; pairs.length < wanted && tries < wanted * 2; tries += 1) {
    const pair = await measurePair(stage, refresh, change)
    if (pair) pairs.push(pair)
    else await refresh.next(REST_LIMIT_MS)
  }
  if (pairs.length < wanted) throw new Error(`Only ${pairs.length} updates came in their windows`)
  return pairs
}

/** Every twentieth connector that is free (at least one) breaks down, and is repaired the next time. */
async function changeOf({ control }: Simulator, site: DemoSite): Promise<() => Promise<number>> {
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
    return changed.length
  }
}

/** The least that any change on screen costs here: the text of one bare node. */
async function measureFloor(bench: Bench, { page, cdp }: Stage, idleMs: number): Promise<void> {
  const windows: number[] = []
  await addBareText(page)
  for (let n = 0; n < bench.repetitions(TIMES); n += 1) {
    await page.evaluate((text) => {
      setTimeout(() => {
        const node = document.querySelector('#bare-text')?.firstChild
        if (node) node.nodeValue = text
      }, 700)
    }, String(n))
    await pause(100)
    windows.push(await watchWindow(cdp))
  }
  bench.figures.add('update.floor', median(windows) - idleMs, 'ms')
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
