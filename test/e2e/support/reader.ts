import type { Page } from '@playwright/test'

/** A card or code held to the reader: it types like a keyboard, faster than anybody, and ends with Enter. */
export async function scan(page: Page, text: string): Promise<void> {
  await page.evaluate(async (typed) => {
    // No reader reads two cards at once: keys that follow a card at its pace belong to it.
    await new Promise((rested) => setTimeout(rested, 100))
    for (const key of [...Array.from(typed), 'Enter']) {
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }
  }, text)
}
