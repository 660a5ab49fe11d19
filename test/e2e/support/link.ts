import type { Page } from '@playwright/test'

/** Every state of the connection that main tells the page from now on, however short. */
export async function watchLink(page: Page): Promise<readonly string[]> {
  const states: string[] = []
  await page.exposeFunction('linkTold', (state: string) => states.push(state))
  await page.evaluate(() => {
    const { linkTold } = window as unknown as { linkTold: (state: string) => void }
    window.terminal.on('live', ({ link }) => {
      if (link !== undefined) linkTold(link.state)
    })
  })
  return states
}
