import { expect, type Page } from '@playwright/test'
import type { Language } from '#renderer/i18n/languages.ts'
import { Words } from './words.ts'

/** Chooses another language, as every screen of a guest allows; its words. */
export async function speak(page: Page, from: Language, to: Language): Promise<Words> {
  await page.setViewportSize({ width: 1080, height: 1920 })
  if (from !== to) {
    const name = new RegExp(`^${new Words(page, from).text('app.look')}`)
    await page.getByRole('button', { name }).click()
    await page.getByRole('dialog').locator(`[lang=${to}]`).click()
    await page.keyboard.press('Escape')
    await expect(page.locator('html')).toHaveAttribute('lang', to)
  }
  return new Words(page, to)
}
