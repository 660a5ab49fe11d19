import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { projectRoot } from '#tools/lib/electron.ts'
import { ProcessOutput } from './output.ts'
import { environmentFor, type RunningTerminal, type TerminalLaunch } from './running.ts'

/** Chromium comes up in a second, and in half a minute where many others want the machine. */
const START_LIMIT_MS = 120_000
const CLOSE_LIMIT_MS = 5000
const HOST = path.join(projectRoot, 'tools', 'host', 'index.mjs')

interface HostFacts {
  debuggingUrl: string
  /** Where its windows are, when it shares its Chromium with others. */
  browserContextId?: string
}

/** Where the stand-in looks for what a package has beside its asar; nothing lies there unless a test puts it there. */
export function resourcesFor({ dataDir }: Pick<TerminalLaunch, 'dataDir'>): string {
  return path.join(dataDir, 'package-resources')
}

/** Starts the stand-in; its Chromium is joined as a second client once the page is asked for. */
export async function launchStandIn(launch: TerminalLaunch): Promise<RunningTerminal> {
  const { isVisible = false } = launch
  const shared = isVisible ? undefined : await launch.chromium?.url()
  const inspector = launch.inspect === true ? ['--inspect=127.0.0.1:0'] : []
  const child = spawn(process.execPath, [...inspector, HOST, launch.appPath ?? projectRoot], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environmentFor(launch),
      FORECOURT_HEADLESS: isVisible ? '0' : '1',
      FORECOURT_HOST_RESOURCES: resourcesFor(launch),
      ...(shared === undefined
        ? { FORECOURT_HOST_DEBUGGING_PORT: '0' }
        : { FORECOURT_HOST_BROWSER: shared }),
    },
  })
  const output = new ProcessOutput(child)
  const [, text = ''] = await output
    .wait(/^forecourt-host (\{.*\})$/, START_LIMIT_MS)
    .catch((error: unknown) => {
      child.kill('SIGKILL')
      throw error
    })
  const { debuggingUrl, browserContextId } = JSON.parse(text) as HostFacts
  let browser: Promise<Browser> | null = null
  const leave = async (): Promise<void> => {
    await (await browser)?.close()
    browser = null
  }
  return {
    host: 'chromium',
    pid: child.pid ?? -1,
    lines: output.lines,
    page: async () => {
      browser ??= chromium.connectOverCDP(debuggingUrl, { timeout: START_LIMIT_MS })
      return currentPage(await browser, browserContextId)
    },
    line: (pattern, timeoutMs) => output.wait(pattern, timeoutMs),
    kill: async (signal = 'SIGKILL') => {
      await end(child, signal)
      await leave()
    },
    close: async () => {
      const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_LIMIT_MS)
      await end(child, 'SIGTERM')
      clearTimeout(timer)
      await leave()
    },
  }
}

async function currentPage(browser: Browser, contextId: string | undefined): Promise<Page> {
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('Chromium has no window')
  const page =
    (await lastPage(context, contextId)) ??
    (await context.waitForEvent('page', async (each) => isIn(each, contextId)))
  await page.waitForURL((url) => url.protocol !== 'about:')
  return page
}

async function lastPage(context: BrowserContext, contextId: string | undefined) {
  for (const page of context.pages().toReversed()) if (await isIn(page, contextId)) return page
  return undefined
}

/** Playwright shows the pages of all contexts that it did not make as those of one. */
async function isIn(page: Page, contextId: string | undefined): Promise<boolean> {
  if (contextId === undefined) return true
  const cdp = await page.context().newCDPSession(page)
  const { targetInfo } = await cdp.send('Target.getTargetInfo')
  await cdp.detach()
  return targetInfo.browserContextId === contextId
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const { promise, resolve } = Promise.withResolvers<void>()
  child.once('exit', () => {
    resolve()
  })
  child.kill(signal)
  await promise
}
