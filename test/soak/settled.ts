import type { Page } from '@playwright/test'

/** What main has sent so far has come to the page, and is drawn: main answers after all of it. */
export async function resolved(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await window.terminal.invoke('live.model', {})
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)
    await frame()
    await frame()
  })
}
