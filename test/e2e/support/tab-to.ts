import { expect, type Page } from '@playwright/test'

/** Presses Tab until the focus is on what is named so; within a group of choices on any of them. */
export async function tabTo(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement)
        return element.labels?.[0]?.innerText ?? ''
      return element instanceof HTMLElement ? (element.ariaLabel ?? element.innerText) : ''
    })
    expect(focused.startsWith(name)).toBe(true)
  }).toPass({ intervals: [0] })
}
