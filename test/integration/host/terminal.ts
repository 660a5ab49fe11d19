import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { launchStandIn } from '#tools/lib/terminal/stand-in.ts'
import type { RunningTerminal } from '#tools/lib/terminal/running.ts'

/** What `app/preload.cjs` exposes. */
export interface TestBridge {
  sandboxed: boolean
  invoke: (name: string, value?: unknown) => Promise<unknown>
  on: (name: string, listener: (value: unknown) => void) => () => void
  callTwice: (callback: (n: number) => number) => number[]
}

declare global {
  interface Window {
    bridge: TestBridge
    bridgeAtStart: string
  }
}

export interface TestApp {
  terminal: RunningTerminal
  dataDir: string
  /** The page once it is loaded. */
  page(): Promise<Page>
  end(): Promise<void>
}

/** Starts the small app of `app/` on the stand-in. */
export async function startTestApp(dataDir = mkdtempSync(path.join(tmpdir(), 'host-test-'))) {
  const terminal = await launchStandIn({ appPath: path.join(import.meta.dirname, 'app'), dataDir })
  await terminal.line(/^app loaded/)
  return {
    terminal,
    dataDir,
    page: async () => {
      const page = await terminal.page()
      await page.waitForFunction(() => typeof window.bridge === 'object')
      return page
    },
    end: async () => {
      await terminal.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  } satisfies TestApp
}
