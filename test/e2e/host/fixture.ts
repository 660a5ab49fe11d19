import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'
import { createClock } from '#common/clock.ts'
import type { Language } from '#renderer/i18n/languages.ts'
import { startSimulator, type DemoSite, type Simulator } from '#simulator/index.ts'
import { SharedChromium } from '#tools/lib/terminal/shared-chromium.ts'
import { setPeople } from '../support/people.ts'
import { TerminalLauncher } from './launcher.ts'

export { expect } from '@playwright/test'

interface Settings {
  /** The demo site that the terminal is told to show. */
  demoSite: DemoSite
  seed: number
  /** Other people come and go. Off, so that only the test makes things happen. */
  bustle: boolean
  /** Stations take this part of their usual time: a story waits for each of their steps. */
  pace: number
  size: { widthPx: number; heightPx: number }
  language: Language
  /** Its window is on this machine's display, for somebody who follows. */
  isVisible: boolean
  /** What the operator settled for guests: section `guest` of the settings file. */
  operator: Record<string, unknown>
  /** What the operator settled for the desk: section `desk`. */
  atDesk: Record<string, unknown>
  /** PINs are set: Ida is staff, Max a manager (pages/desk.ts). */
  people: boolean
}

interface Fixtures {
  /** The platform, in the test's own process: control it by `sim.control`. */
  sim: Simulator
  terminal: TerminalLauncher
}

interface Shared {
  /** Starting Chromium is the dearest step of a story: a worker's stories share one. */
  chromium: SharedChromium
}

/**
 * `terminal.launch()` starts the built terminal against `sim`, in Electron or on the stand-in as
 * `FORECOURT_HOST` says; `terminal.launchDemo()` starts it with the simulator in its own process,
 * on one clock with it. Each test has a data directory of its own.
 */
export const test = base.extend<Settings & Fixtures, Shared>({
  chromium: [
    async ({}, use) => {
      const shared = new SharedChromium()
      await use(shared)
      await shared.close()
    },
    { scope: 'worker' },
  ],

  demoSite: ['hotel', { option: true }],
  seed: [1, { option: true }],
  bustle: [false, { option: true }],
  pace: [0.2, { option: true }],
  size: [{ widthPx: 1080, heightPx: 1920 }, { option: true }],
  language: ['en', { option: true }],
  isVisible: [false, { option: true }],
  operator: [{}, { option: true }],
  atDesk: [{}, { option: true }],
  people: [false, { option: true }],

  sim: async ({ demoSite, seed, bustle, pace }, use) => {
    const sim = await startSimulator({ clock: createClock(), site: demoSite, seed, bustle })
    await sim.control.setPace(pace)
    await use(sim)
    await sim.close()
  },

  terminal: async (
    { demoSite, seed, bustle, size, language, isVisible, operator, atDesk, people, chromium },
    use,
    testInfo,
  ) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'forecourt-e2e-'))
    writeFileSync(
      path.join(dataDir, 'settings.json'),
      JSON.stringify({ guest: operator, desk: atDesk }),
    )
    if (people) await setPeople(dataDir)
    const launcher = new TerminalLauncher({
      dataDir,
      demoSite,
      seed,
      bustle,
      size,
      language,
      isVisible,
      chromium,
    })
    await use(launcher)
    if (testInfo.status !== testInfo.expectedStatus) await launcher.attachTo(testInfo)
    await launcher.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  },
})
