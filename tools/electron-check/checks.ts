import { expect, type ElectronApplication, type Page } from '@playwright/test'
import { electronFacts } from '#tools/lib/electron.ts'
import type { Check } from './run-checks.ts'

/** A terminal on its demo network, supervised, in Electron. */
export interface Running {
  readonly app: ElectronApplication
  /** The window that is shown now: a healed terminal has another one. */
  page(): Promise<Page>
  /** Resolves with its exit code. */
  readonly exited: Promise<number | null>
}

const SOON_MS = 30_000
/** Longer than a hang is looked for on a quiet machine. */
const HEALED_MS = 20_000

/** In the order in which they are looked at: the last ones end the terminal. */
export const checks: readonly Check<Running>[] = [
  {
    name: 'the pinned Electron runs',
    async look({ app }) {
      const version = await app.evaluate(() => process.versions.electron)
      expect(version).toBe(electronFacts().version)
      return version
    },
  },
  {
    name: 'its window is visible',
    async look({ app }) {
      await expect.poll(() => isVisible(app), { timeout: SOON_MS }).toBe(true)
      return 'shown'
    },
  },
  {
    name: 'the page comes from app://terminal',
    async look({ page }) {
      const url = (await page()).url()
      expect(url).toMatch(/^app:\/\/terminal\//)
      return url
    },
  },
  {
    name: 'the board is live',
    async look(running) {
      return `${String(await plugsOf(running, SOON_MS))} plugs`
    },
  },
  {
    name: 'the page is in the sandbox',
    async look({ app, page }) {
      const kinds = await (
        await page()
      ).evaluate(() => [typeof (globalThis as Record<string, unknown>)['require'], typeof process])
      expect(kinds).toEqual(['undefined', 'undefined'])
      const pids = await app.evaluate(({ app: electron }) =>
        electron.getAppMetrics().map(({ type, sandboxed }) => `${type} ${String(sandboxed)}`),
      )
      // Windows and macOS tell it, Linux does not.
      expect(pids).not.toContain('Tab false')
      return 'no Node in it'
    },
  },
  {
    name: 'the secret store protects',
    async look({ app }) {
      const prefix = await app.evaluate(async ({ safeStorage }) => {
        if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'none'
        return (await safeStorage.encryptStringAsync('probe')).subarray(0, 3).toString('latin1')
      })
      if (process.platform === 'linux') expect(prefix).toBe('v11')
      else expect(prefix).not.toBe('none')
      return `sealed texts begin with ${prefix}`
    },
  },
  {
    name: 'a page becomes a PDF',
    async look({ app }) {
      const head = await app.evaluate(async ({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        const pdf = await window?.webContents.printToPDF({})
        return pdf?.subarray(0, 5).toString('latin1') ?? 'no window'
      })
      expect(head).toBe('%PDF-')
      return head
    },
  },
  {
    name: 'a page that crashes comes back',
    look: (running) =>
      healed(running, ({ app }) =>
        app.evaluate(({ BrowserWindow }) => {
          BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
        }),
      ),
  },
  {
    name: 'a page that hangs comes back',
    look: (running) =>
      healed(running, async ({ page }) => {
        const hung = await page()
        void hung
          .evaluate(() => {
            for (;;);
          })
          .catch(() => undefined)
      }),
  },
  {
    name: 'an error that nobody caught ends it with 70',
    async look({ app, exited }) {
      await app.evaluate(() => {
        setTimeout(() => {
          throw new Error('thrown by npm run check:electron')
        }, 100)
      })
      const code = await exited
      expect(code).toBe(70)
      return String(code)
    },
  },
]

const isVisible = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)

async function plugsOf({ page }: Running, timeout: number): Promise<number> {
  const count = async (): Promise<number> =>
    (await page()).getByRole('main').getByRole('listitem').count()
  await expect.poll(count, { timeout }).toBeGreaterThan(0)
  return count()
}

/** Harms the page, and waits until another window shows the board. */
async function healed(
  running: Running,
  harm: (running: Running) => Promise<void>,
): Promise<string> {
  const { app } = running
  const idOf = (): Promise<number> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.id ?? -1)
  const before = await idOf()
  const startedMs = performance.now()
  await harm(running)
  await expect.poll(idOf, { timeout: HEALED_MS }).not.toBe(before)
  await plugsOf(running, HEALED_MS)
  await expect.poll(() => isVisible(app), { timeout: HEALED_MS }).toBe(true)
  return `after ${((performance.now() - startedMs) / 1000).toFixed(1)} s`
}
