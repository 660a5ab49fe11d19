import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { createClock } from '#common/clock.ts'
import { startSimulator, type DemoSite, type Simulator } from '#simulator/index.ts'
import { launchTerminal } from '#tools/lib/terminal/launch.ts'
import type { RunningTerminal, TerminalLaunch } from '#tools/lib/terminal/running.ts'
import type { BenchApp } from './app/app.ts'

export type Size = NonNullable<TerminalLaunch['size']>
export const PORTRAIT: Size = { widthPx: 1080, heightPx: 1920 }

/** A terminal with data of its own, which go when it closes. */
export interface FreshTerminal {
  /** When its process was started (epoch ms). */
  startedAtMs: number
  process: RunningTerminal
  close(): Promise<void>
}

/**
 * A platform of one site in this process, where only the bench makes things happen: the demo
 * account's own charges, whose meters move by themselves, have ended.
 */
export async function startSite(site: DemoSite): Promise<Simulator> {
  const sim = await startSimulator({ clock: createClock(), site, bustle: false, autoPlug: true })
  const { sites } = await sim.control.overview()
  const connectors = sites.flatMap(({ stations }) => stations.flatMap((each) => each.connectors))
  for (const { id, session } of connectors) if (session?.isOwn) await sim.control.vacate(id)
  return sim
}

export function startTerminal(
  app: BenchApp,
  sim: Simulator,
  site: DemoSite,
  size: Size = PORTRAIT,
): Promise<FreshTerminal> {
  const { endpoint, key, account, sites } = sim
  const options = { endpoint, key, ...account, site: sites[site] }
  return launchFresh({ appPath: app.appPath, size, options })
}

export async function launchFresh(launch: Omit<TerminalLaunch, 'dataDir'>): Promise<FreshTerminal> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'forecourt-bench-'))
  const startedAtMs = Date.now()
  const process = await launchTerminal({
    ...launch,
    dataDir,
    options: { language: 'en', timeZone: 'Europe/Vienna', ...launch.options },
  })
  return {
    startedAtMs,
    process,
    close: async () => {
      await process.close()
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** A terminal whose board is live and resolved, and the platform that it shows. */
export interface Stage {
  sim: Simulator
  page: Page
  cdp: CDPSession
  close(): Promise<void>
}

export async function openTerminalPage(app: BenchApp, site: DemoSite, size?: Size): Promise<Stage> {
  const sim = await startSite(site)
  const terminal = await startTerminal(app, sim, site, size)
  await terminal.process.line(/^board live/)
  const page = await terminal.process.page()
  await boardSettled(page)
  return {
    sim,
    page,
    cdp: await page.context().newCDPSession(page),
    close: async () => {
      await terminal.close()
      await sim.close()
    },
  }
}

/** A new page, at the board: main would show it again what the guest has come to. */
export async function backToBoard(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const kept = await window.terminal.invoke('terminal.view', {})
    if (!kept.ok || kept.value === null) return
    const view = { ...kept.value, screen: { name: 'board' } } as const
    await window.terminal.invoke('terminal.keepView', view)
  })
  await page.reload()
  await boardSettled(page)
}

/** Waits until every tile in the viewport is live and has its price, and ends the probe. */
export async function boardSettled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const last = window.boardMarks?.frames.at(-1)
    return last !== undefined && last.tiles > 0 && last.waiting + last.priceless === 0
  })
  await page.evaluate(() => window.boardMarks?.stop())
}
