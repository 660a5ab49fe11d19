import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page } from '@playwright/test'
import type { DemoSite, Simulator } from '#simulator/index.ts'
import { launchFresh, PORTRAIT } from '../stage.ts'
import { serveNaive } from './server.ts'

export interface NaivePage {
  page: Page
  cdp: CDPSession
  /** From the navigation to the painted frame in which every tile in the viewport has its state. */
  visibleMs: number
  close(): Promise<void>
}

/** The second client joins when the work is done, as with the terminal. */
const SETTLE_MS = 1_000

/** Opens the usual board in a Chromium of its own, and waits until it is complete. */
export async function openNaive(
  sim: Simulator,
  { folder, site, connectors }: { folder: string; site: DemoSite; connectors: number },
): Promise<NaivePage> {
  const server = await serveNaive(folder, sim)
  await sim.control.requests(true)
  const terminal = await launchFresh({
    appPath: path.join(import.meta.dirname, 'host'),
    size: PORTRAIT,
    options: { endpoint: server.url(sim.sites[site]) },
  })
  await terminal.process.line(/^naive loaded/)
  await everyTileAsked(sim, connectors)
  await pause(SETTLE_MS)
  const page = await terminal.process.page()
  const isComplete = (tiles: number): boolean =>
    window.boardMarks?.frames.some((frame) => frame.tiles === tiles && frame.waiting === 0) ?? false
  await page.waitForFunction(isComplete, connectors)
  const frames = await page.evaluate(() => window.boardMarks?.frames ?? [])
  const visible = frames.find(({ tiles, waiting }) => tiles === connectors && waiting === 0)
  await page.evaluate(() => window.boardMarks?.stop())
  return {
    page,
    cdp: await page.context().newCDPSession(page),
    visibleMs: visible?.atMs ?? Number.NaN,
    async close() {
      await terminal.close()
      await server.close()
    },
  }
}

async function everyTileAsked({ control }: Simulator, connectors: number): Promise<void> {
  for (let asked = 0; asked < connectors;) {
    await pause(200)
    const counts = await control.requests()
    asked = counts.find(({ operationName }) => operationName === 'NaiveTile')?.requests ?? 0
  }
}
