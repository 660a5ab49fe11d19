import type { Page } from '@playwright/test'
import type { Language } from '#renderer/i18n/languages.ts'
import { longestLanguage } from './support/longest-language.ts'
import { mattersFaults, SCREENS } from './support/matters.ts'
import { modeName, PLAIN, setMode, type Mode } from './support/modes.ts'
import { expect, test } from './support/story.ts'
import { Words } from './support/words.ts'

const MODES: readonly Mode[] = [
  PLAIN,
  { ...PLAIN, text: 'large' },
  { ...PLAIN, reach: 'low' },
  { ...PLAIN, contrast: 'more' },
]
const LANGUAGES: readonly Language[] = [...new Set<Language>(['en', 'de', 'pl', longestLanguage()])]

/** A page that was resized is laid out by then; what is wrong stays wrong, and every place of it is told. */
const SETTLED_MS = 1_500

/** In every size and mode: each of these is in view, whole, and broken nowhere. */
async function expectInView(page: Page, screen: string, matters: readonly string[]): Promise<void> {
  for (const size of SCREENS) {
    await page.setViewportSize(size)
    for (const mode of MODES) {
      await setMode(page, mode)
      const where = `${screen} at ${String(size.width)}×${String(size.height)}, ${modeName(mode)}`
      await expect
        .configure({ soft: true })
        .poll(() => page.evaluate(mattersFaults, matters), { message: where, timeout: SETTLED_MS })
        .toEqual([])
    }
  }
  await setMode(page, PLAIN)
  await page.keyboard.press('Shift')
}

async function speak(page: Page, from: Language, to: Language): Promise<Words> {
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

test.describe('what matters is in view, whole, on every screen and in every mode', () => {
  test('board and plug of a hotel', async ({ arrive }) => {
    test.setTimeout(300_000)
    const { guest } = await arrive()
    const { page } = guest
    let before: Language = 'en'
    for (const language of LANGUAGES) {
      const words = await speak(page, before, language)
      before = language
      await expectInView(page, `board, ${language}`, ['free', 'price', 'state', 'action'])
      await words.tile('3').getByRole('button').click()
      await page.locator('.option').first().waitFor()
      await expectInView(page, `plug, ${language}`, ['price', 'state', 'action'])
      await words.button('app.back').click()
    }
  })

  test.describe('of a garage', () => {
    test.use({ demoSite: 'garage' })

    test('board of 200 plugs', async ({ arrive }) => {
      test.setTimeout(300_000)
      const { guest } = await arrive()
      const { page } = guest
      await page.locator('.dense').first().waitFor()
      await expectInView(page, 'garage, en', ['free', 'price', 'state'])
      await speak(page, 'en', 'de')
      await expectInView(page, 'garage, de', ['free', 'price', 'state'])
    })
  })
})
