import type { Page } from '@playwright/test'

/** A card or code held to the reader: it types like a keyboard, faster than anybody, and ends with Enter. */
export async function scan(page: Page, text: string): Promise<void> {
  await page.evaluate(async (typed) => {
    // No reader reads two cards at once: keys that follow a card at its pace belong to it.
    await new Promise((rested) => setTimeout(rested, 100))
    // A reader types at its own pace, however busy the machine is: its keys have their times before any is seen.
    const keys = [...Array.from(typed), 'Enter'].map(
      (key) => new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    )
    for (const key of keys) (document.activeElement ?? document.body).dispatchEvent(key)
  }, text)
}
