import { expect, type Page } from '@playwright/test'
import type { Terminal } from '../host/launcher.ts'

/** The process and its window. */
type Harmed = Pick<Terminal, 'page' | 'process'>
export type Harm = (terminal: Harmed) => Promise<void>

/** So many answered probes make a window one that the watchdog trusts. */
const TRUSTED_AFTER = 6

/** On a busy machine. */
const COMES_WITHIN_MS = 30_000

/** Waits until the watchdog has heard from this page often enough to call it well. */
export async function untilTrusted(page: Page): Promise<void> {
  await page.evaluate(
    (probes) =>
      new Promise<void>((resolve) => {
        let heard = 0
        const end = window.terminal.on('probe', () => {
          heard += 1
          if (heard < probes) return
          end()
          resolve()
        })
      }),
    TRUSTED_AFTER,
  )
}

/** What can become of a window. Each way is a real one, but for the graphics: a signal tells of them. */
export const harms = {
  'its process crashes': async ({ page }: Harmed) => {
    const session = await page.context().newCDPSession(page)
    session.send('Page.crash').catch(() => undefined)
  },
  'it hangs': ({ page }: Harmed) => {
    page
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined)
    return Promise.resolve()
  },
  'it is white': async ({ page }: Harmed) => {
    await page.evaluate(() => {
      document.getElementById('app')?.replaceChildren()
    })
  },
  'its page cannot be loaded': async ({ page }: Harmed) => {
    const session = await page.context().newCDPSession(page)
    session.send('Page.navigate', { url: 'chrome://network-error/-106' }).catch(() => undefined)
  },
  'the graphics crash': ({ process: { pid } }: Harmed) => {
    process.kill(pid, 'SIGUSR2')
    return Promise.resolve()
  },
} as const

/** Harms the window, and comes back with the page that took its place. */
export async function replaced<T extends Harmed>(terminal: T, harm: Harm): Promise<T> {
  const next = terminal.page.context().waitForEvent('page')
  await harm(terminal)
  const page = await next
  // Not by waiting for a navigation: the one to the empty page may be cut off by the next.
  await expect.poll(() => page.url(), { timeout: COMES_WITHIN_MS }).not.toBe('about:blank')
  return { ...terminal, page }
}
