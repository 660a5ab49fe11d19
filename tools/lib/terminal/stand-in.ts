import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { projectRoot } from '#tools/lib/electron.ts'
import { ProcessOutput } from './output.ts'
import { environmentFor, type RunningTerminal, type TerminalLaunch } from './running.ts'

const CLOSE_LIMIT_MS = 5000
const HOST = path.join(projectRoot, 'tools', 'host', 'index.ts')

interface HostFacts {
  debuggingUrl: string
}

/** Starts the stand-in; its Chromium is joined as a second client once the page is asked for. */
export async function launchStandIn(launch: TerminalLaunch): Promise<RunningTerminal> {
  const child = spawn(process.execPath, [HOST, launch.appPath ?? projectRoot], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environmentFor(launch),
      FORECOURT_HEADLESS: '1',
      FORECOURT_HOST_DEBUGGING_PORT: '0',
    },
  })
  const output = new ProcessOutput(child)
  const [, text = ''] = await output.wait(/^forecourt-host (\{.*\})$/)
  const { debuggingUrl } = JSON.parse(text) as HostFacts
  let browser: Promise<Browser> | null = null
  return {
    host: 'chromium',
    pid: child.pid ?? -1,
    lines: output.lines,
    page: async () => {
      browser ??= chromium.connectOverCDP(debuggingUrl)
      return currentPage(await browser)
    },
    line: (pattern, timeoutMs) => output.wait(pattern, timeoutMs),
    kill: (signal = 'SIGKILL') => end(child, signal),
    close: async () => {
      const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_LIMIT_MS)
      await end(child, 'SIGTERM')
      clearTimeout(timer)
    },
  }
}

async function currentPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('Chromium has no window')
  const page = context.pages().at(-1) ?? (await context.waitForEvent('page'))
  await page.waitForURL((url) => url.protocol !== 'about:')
  return page
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
