import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { projectRoot } from '#tools/lib/electron.ts'
import {
  openProcess,
  openTerminal,
  type FaultLaunch,
  type FaultTerminal,
  type HostProcess,
} from './terminal.ts'

const HOST = path.join(projectRoot, 'tools', 'host', 'index.mjs')

/** Chromium starts slowly where many cycles run at once. */
const LAUNCH_LIMIT_MS = 90_000

/** Starts the built main on the full host, with its page: commands and events go through that. */
export async function launchWindowed(launch: FaultLaunch): Promise<FaultTerminal> {
  const host = openProcess(HOST, launch, {
    FORECOURT_HEADLESS: '1',
    FORECOURT_HOST_DEBUGGING_PORT: '0',
  })
  const page = host.output
    .wait(/^forecourt-host (\{.*\})$/, LAUNCH_LIMIT_MS)
    .then(([, text = '']) => joinPage((JSON.parse(text) as { debuggingUrl: string }).debuggingUrl))
  const gone = host.gone.then(() => undefined)

  const invoke = async (name: string, input: unknown): Promise<unknown> => {
    const asked = page.then((shown) =>
      shown.evaluate(
        async ([command, argument]) =>
          window.terminal.invoke(command as 'live.model', argument as never),
        [name, input] as const,
      ),
    )
    return Promise.race([asked.catch(() => undefined), gone])
  }
  await Promise.race([page.then((shown) => listen(shown, host)), gone])
  const drawn = page.then((shown) => () => shown.evaluate(frames))
  const caughtUp = async (): Promise<unknown> => {
    await Promise.race([drawn.then((wait) => wait()).catch(() => undefined), gone])
    return invoke('terminal.info', {})
  }
  return openTerminal(host, { invoke, caughtUp })
}

/** A page answers the watchdog once it has painted. */
async function frames(): Promise<void> {
  for (let n = 0; n < 2; n += 1) await new Promise(requestAnimationFrame)
}

interface Listening {
  pushedLive(update: unknown): Promise<void>
}

/** The page hands on what main sends to it. */
async function listen(page: Page, host: HostProcess): Promise<void> {
  await page.exposeFunction('pushedLive', (update: unknown) => {
    host.push(['live', update])
  })
  await page.evaluate(() => {
    window.terminal.on('live', (update) => {
      void (window as unknown as Listening).pushedLive(update)
    })
  })
}

async function joinPage(debuggingUrl: string): Promise<Page> {
  const browser = await chromium.connectOverCDP(debuggingUrl, { timeout: LAUNCH_LIMIT_MS })
  const [context] = browser.contexts()
  if (!context) throw new Error('Chromium has no window.')
  const page = context.pages().at(-1) ?? (await context.waitForEvent('page'))
  await page.waitForURL((url) => url.protocol !== 'about:', { timeout: LAUNCH_LIMIT_MS })
  await page.waitForFunction(() => 'terminal' in window, null, { timeout: LAUNCH_LIMIT_MS })
  return page
}
