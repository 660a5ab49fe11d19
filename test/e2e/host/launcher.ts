import type { Page, TestInfo } from '@playwright/test'
import { createControlClient } from '#simulator/control-client.ts'
import type { DemoSite, Simulator, SimulatorControl } from '#simulator/index.ts'
import { launchTerminal } from '#tools/lib/terminal/launch.ts'
import type { SharedChromium } from '#tools/lib/terminal/shared-chromium.ts'
import type { RunningTerminal, TerminalLaunch } from '#tools/lib/terminal/running.ts'

export interface LauncherSettings {
  dataDir: string
  demoSite: DemoSite
  seed: number
  bustle: boolean
  size: { widthPx: number; heightPx: number }
  language: string
  isVisible: boolean
  /** The stand-in's, shared by the stories of one worker. Default: one of its own. */
  chromium?: SharedChromium | undefined
}

export type TerminalOptions = NonNullable<TerminalLaunch['options']>

/** Where a platform is, whom to sign in as there, and which site to show. */
export interface PlatformAddress {
  readonly endpoint: string
  readonly key: string
  readonly account: { readonly username: string; readonly password: string }
  readonly site: string
}

/** A started terminal and its page. */
export interface Terminal {
  page: Page
  process: RunningTerminal
  /** Kills it as a power cut would, and starts it again on the same data. */
  restart(): Promise<Terminal>
}

export interface DemoTerminal extends Terminal {
  /** The simulator within the terminal: its clock is the terminal's. */
  control: SimulatorControl
  restart(): Promise<DemoTerminal>
}

/** Starts terminals of one test, on one data directory, and ends them all. */
export class TerminalLauncher {
  readonly dataDir: string
  readonly #settings: LauncherSettings
  readonly #running: RunningTerminal[] = []

  constructor(settings: LauncherSettings) {
    this.#settings = settings
    this.dataDir = settings.dataDir
  }

  /** Shows `sim`'s site; `options` change or add flags, by their names in `Options`. */
  launch(sim: Simulator, options: TerminalOptions = {}): Promise<Terminal> {
    return this.launchAt({ ...sim, site: sim.sites[this.#settings.demoSite] }, options)
  }

  /** Shows the site of a platform. */
  async launchAt(platform: PlatformAddress, options: TerminalOptions = {}): Promise<Terminal> {
    const { endpoint, key, account, site } = platform
    const process = await this.#start({ endpoint, key, ...account, site, ...options })
    return {
      process,
      page: await process.page(),
      restart: () => this.#again(process, () => this.launchAt(platform, options)),
    }
  }

  /** The demo network: no endpoint is given, and main starts the simulator itself. */
  async launchDemo(options: TerminalOptions = {}): Promise<DemoTerminal> {
    const { demoSite, seed, bustle } = this.#settings
    const process = await this.#start({
      demoSite,
      demoSeed: seed,
      demoBustle: bustle,
      ...options,
    })
    const [, origin = ''] = await process.line(/^simulator (http:\S+)/)
    return {
      process,
      page: await process.page(),
      control: createControlClient(origin),
      restart: () => this.#again(process, () => this.launchDemo(options)),
    }
  }

  /** As somebody has set this terminal up: nothing but its own folder says what it shows. */
  async launchSetUp(): Promise<Terminal> {
    const process = await this.#start({})
    return {
      process,
      page: await process.page(),
      restart: () => this.#again(process, () => this.launchSetUp()),
    }
  }

  /** Adds what the terminals printed, and a picture of the last one, to a failed test's report. */
  async attachTo(testInfo: TestInfo): Promise<void> {
    for (const [index, { lines }] of this.#running.entries())
      await testInfo.attach(`terminal-${index + 1}.log`, {
        body: lines.join('\n'),
        contentType: 'text/plain',
      })
    const last = this.#running.at(-1)
    const picture = await last
      ?.page()
      .then((page) => page.screenshot({ timeout: 2000 }))
      .catch(() => undefined)
    if (picture !== undefined)
      await testInfo.attach('screen.png', { body: picture, contentType: 'image/png' })
  }

  async close(): Promise<void> {
    await Promise.all(this.#running.map((one) => one.close()))
  }

  async #start(options: TerminalOptions): Promise<RunningTerminal> {
    const { dataDir, size, language, isVisible, chromium } = this.#settings
    const running = await launchTerminal({
      dataDir,
      size,
      isVisible,
      chromium,
      options: { language, timeZone: 'Europe/Vienna', ...options },
    })
    this.#running.push(running)
    return running
  }

  async #again<T>(process: RunningTerminal, launch: () => Promise<T>): Promise<T> {
    await process.kill('SIGKILL')
    return launch()
  }
}
