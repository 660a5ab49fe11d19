import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** axe-core finds nothing on what is shown, in light and in dark. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const shown = await page.locator('html').getAttribute('data-theme')
  for (const theme of ['light', 'dark']) {
    await setTheme(page, theme)
    // Colours glide: axe must not measure them on their way.
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))),
    )
    const { violations } = await new AxeBuilder({ page }).analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary ?? ''}`,
      ),
    )
    expect.soft(found, `${screen}, ${theme}`).toEqual([])
  }
  await setTheme(page, shown ?? 'light')
}

/** As the switch on the board does, without leaving the screen. */
async function setTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name
  }, theme)
}
