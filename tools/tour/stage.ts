import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { Guest } from '#test/e2e/pages/guest.ts'
import { TerminalLauncher, type DemoTerminal } from '#test/e2e/host/launcher.ts'
import { Network } from '#test/e2e/support/network.ts'
import type { DemoSite } from '#simulator/index.ts'
import { projectRoot } from '#tools/lib/electron.ts'

/** Sizes in px. */
export const PORTRAIT = { width: 1080, height: 1920 }
export const LANDSCAPE = { width: 1920, height: 1080 }
export const SMALL = { width: 1024, height: 600 }

const NAME_WIDTH = 48

/** A terminal, a guest and the network; what is done there is timed, checked and pictured. */
export interface Stage {
  readonly guest: Guest
  readonly network: Network
  /**
   * Does and checks one thing, prints its line, and takes a picture under `picture`: of the terminal,
   * or of another page.
   */
  step(name: string, picture: string, act: () => Promise<void>, of?: Page): Promise<void>
  /** The terminal anew, at this site, with what its operator settled for guests. */
  again(demoSite: DemoSite, operator?: Record<string, unknown>): Promise<Stage>
  /** How much was done, and where the pictures are. */
  sum(): void
  /** Says what did not hold, and leaves a picture of what was there instead. */
  tellFailure(error: unknown): Promise<void>
  close(): Promise<void>
}

/**
 * `name` is the folder in artifacts/ for the pictures; what was in it goes. `pauseMs`: for whoever
 * follows the steps on a display.
 */
export async function openTerminalPage(
  name: string,
  demoSite: DemoSite,
  pauseMs = 0,
): Promise<Stage> {
  const folder = path.join(projectRoot, 'artifacts', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const dataDir = mkdtempSync(path.join(tmpdir(), 'forecourt-tour-'))
  const launcher = new TerminalLauncher({
    dataDir,
    demoSite,
    seed: 1,
    bustle: false,
    size: { widthPx: PORTRAIT.width, heightPx: PORTRAIT.height },
    language: 'en',
  })
  const beganMs = performance.now()
  let terminal = await launcher.launchDemo()
  let steps = 0
  let doing = 'launch'

  const take = async (picture: string, of = terminal.page): Promise<string> => {
    const file = path.join(folder, `${String(steps).padStart(2, '0')}-${picture}.png`)
    await photograph(of, file)
    return path.relative(projectRoot, file)
  }

  const stageOf = ({ page, control }: DemoTerminal, site: DemoSite): Stage => ({
    guest: new Guest({ page }),
    network: new Network(control, site),
    async step(name, picture, act, of) {
      steps += 1
      doing = name
      const startedMs = performance.now()
      await act()
      const took = secondsSince(startedMs).padStart(6)
      const file = await take(picture, of)
      console.log(`${String(steps).padStart(2)}  ${name.padEnd(NAME_WIDTH)} ${took} s  ${file}`)
      await sleep(pauseMs)
    },
    async again(site, operator = {}) {
      await terminal.process.close()
      writeFileSync(path.join(dataDir, 'settings.json'), JSON.stringify({ guest: operator }))
      terminal = await launcher.launchDemo({ demoSite: site })
      return stageOf(terminal, site)
    },
    sum() {
      const where = path.relative(projectRoot, folder)
      console.log(`\n${steps} steps held in ${secondsSince(beganMs)} s; pictures are in ${where}/`)
    },
    async tellFailure(error) {
      const file = await take('failed').catch(() => 'no picture')
      const told = error instanceof Error ? error.message : String(error)
      console.error(`\nDid not hold: ${doing} (${file})\n${told}`)
    },
    async close() {
      await launcher.close()
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  })
  return stageOf(terminal, demoSite)
}

/** With its type in place and nothing half way through a motion. */
async function photograph(page: Page, file: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  await page.screenshot({ path: file, animations: 'disabled' })
}

function secondsSince(startedMs: number): string {
  return ((performance.now() - startedMs) / 1000).toFixed(1)
}
