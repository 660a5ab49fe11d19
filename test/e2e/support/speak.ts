import { expect, type Page } from '@playwright/test'
import type { Language } from '#renderer/i18n/languages.ts'
import { Words } from './words.ts'

/** The sheet of languages and ways to see the screen, which every screen of a guest opens. */
export async function openLook(page: Page, language: Language): Promise<void> {
  // Names are compared with plain spaces, whatever keeps their words together.
  const name = new RegExp(
    `^${new Words(page, language).text('app.look').replaceAll(/\s/gu, '\\s')}`,
  )
  await page.getByRole('button', { name }).click()
  await page.getByRole('dialog').waitFor()
}

/** Chooses another language, as every screen of a guest allows; its words. */
export async function speak(page: Page, from: Language, to: Language): Promise<Words> {
  await page.setViewportSize({ width: 1080, height: 1920 })
  if (from !== to) {
    await openLook(page, from)
    await page.getByRole('dialog').locator(`[lang=${to}]`).click()
    await page.keyboard.press('Escape')
    await expect(page.locator('html')).toHaveAttribute('lang', to)
  }
  return new Words(page, to)
}
