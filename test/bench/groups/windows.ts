import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page } from '@playwright/test'
import type { Simulator } from '#simulator/index.ts'
import { taskDurationMs } from '../page-metrics.ts'
import type { Stage } from '../stage.ts'

const WINDOW_MS = 1500
/**
 * While somebody is present a refresh follows 4.25 to 5 s after the last one. A window that opens
 * so long after a refresh holds the next one whole; the idle window lies two ticks of the page's
 * clock before it, hence holds as many ticks.
 */
const UPDATE_AFTER_MS = 3950
const IDLE_AFTER_MS = 1950

/** Main-thread task time of one window, in ms. */
export async function watchWindow(cdp: CDPSession): Promise<number> {
  const before = await taskDurationMs(cdp)
  await pause(WINDOW_MS)
  return (await taskDurationMs(cdp)) - before
}

export interface WindowPair {
  idleMs: number
  updateMs: number
}

/** Follows the terminal's refreshes by what the platform is asked. Times of `performance.now()`. */
export class RefreshWatch {
  readonly #sim: Simulator
  #seen = 0
  atMs = 0

  constructor(sim: Simulator) {
    this.#sim = sim
  }

  /** Resolves with the next refresh, or with `false` once `limitMs` is over. */
  async next(limitMs: number): Promise<boolean> {
    const endMs = performance.now() + limitMs
    this.#seen = await this.#count()
    while (performance.now() < endMs) {
      if ((await this.#count()) > this.#seen) {
        this.atMs = performance.now()
        return true
      }
      await pause(5)
    }
    return false
  }

  async #count(): Promise<number> {
    const counts = await this.#sim.control.requests()
    return counts
      .filter(({ rootFields }) => rootFields.includes('site'))
      .reduce((total, { requests }) => total + requests, 0)
  }
}

/** One update's window and its idle twin; null where the refresh missed its window. */
export async function measurePair(
  { page, cdp }: Stage,
  refresh: RefreshWatch,
  change: () => Promise<number>,
): Promise<WindowPair | null> {
  await touch(page)
  await until(refresh.atMs + IDLE_AFTER_MS)
  const idleMs = await watchWindow(cdp)
  const before = await stateWords(page)
  await until(refresh.atMs + UPDATE_AFTER_MS)
  const changed = await change()
  const [updateMs, came] = await Promise.all([watchWindow(cdp), refresh.next(WINDOW_MS)])
  const after = await stateWords(page)
  const arrived = after.filter((word, index) => word !== before[index]).length
  return came && arrived === changed ? { idleMs, updateMs } : null
}

async function until(atMs: number): Promise<void> {
  await pause(Math.max(0, atMs - performance.now()))
}

/** Somebody is there: the terminal keeps its faster pace for a minute. */
export function touch(page: Page): Promise<void> {
  return page.evaluate(() => {
    dispatchEvent(new PointerEvent('pointerdown'))
  })
}

function stateWords(page: Page): Promise<string[]> {
  return page
    .locator('.tile .state, .dense .state')
    .evaluateAll((states) => states.map(({ textContent }) => textContent))
}
