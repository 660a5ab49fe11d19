import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { Simulator } from '#simulator/index.ts'
import type { Work, WorkMeter } from '../page-metrics.ts'

const WINDOW_MS = 1500
/**
 * While somebody is present a refresh follows 4.25 to 5 s after the last one. A window that opens
 * `UPDATE_AFTER_MS` after a refresh holds the next one whole; the idle window lies two ticks of the page's
 * clock before it, hence holds as many ticks.
 */
const UPDATE_AFTER_MS = 3950
const IDLE_AFTER_MS = 1950

/** The main thread's work in one window. */
export async function watchWindow(meter: WorkMeter): Promise<Work> {
  const before = await meter.read()
  await pause(WINDOW_MS)
  return difference(await meter.read(), before)
}

export function difference(one: Work, other: Work): Work {
  return { wallMs: one.wallMs - other.wallMs, cpuMs: one.cpuMs - other.cpuMs }
}

/** A window with nothing in it, and one with an update, less the first. */
export interface WindowPair {
  idle: Work
  update: Work
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
  page: Page,
  meter: WorkMeter,
  refresh: RefreshWatch,
  change: () => Promise<readonly string[]>,
): Promise<WindowPair | null> {
  await touch(page)
  await until(refresh.atMs + IDLE_AFTER_MS)
  const idle = await watchWindow(meter)
  const before = await stateWords(page)
  await until(refresh.atMs + UPDATE_AFTER_MS)
  const changed = await change()
  const [window, came] = await Promise.all([watchWindow(meter), refresh.next(WINDOW_MS)])
  const after = await stateWords(page)
  const isWhole = changed.every((number) => !before.has(number) || differs(number, before, after))
  return came && isWhole ? { idle, update: difference(window, idle) } : null
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

type StateWords = ReadonlyMap<string, string>

const differs = (number: string, before: StateWords, after: StateWords): boolean =>
  before.get(number) !== after.get(number)

/** The word of each tile on the page, by the number on its sticker. */
async function stateWords(page: Page): Promise<StateWords> {
  const words = await page.locator('.tile, .dense').evaluateAll((tiles) =>
    tiles.map((tile) => {
      const number = tile.querySelector('.number [aria-hidden]')?.textContent ?? ''
      return [number, tile.querySelector('.state')?.textContent ?? ''] as const
    }),
  )
  return new Map(words)
}
