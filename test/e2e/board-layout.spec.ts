import { languages, type Language } from '#renderer/i18n/languages.ts'
import {
  boardFaults,
  expectMattersInView,
  SCREENS,
  SINGLE_SCREENS,
  ZOOMED_SCREENS,
} from './support/matters.ts'
import { speak } from './support/speak.ts'
import { test } from './support/story.ts'

test.describe('what matters is in view, whole, on every screen and in every mode', () => {
  test('board and plug of a hotel', async ({ arrive }) => {
    test.setTimeout(300_000)
    const { guest } = await arrive()
    const { page } = guest
    let before: Language = 'en'
    for (const { code: language } of languages) {
      const words = await speak(page, before, language)
      before = language
      // German words are long, and one language tells how a page is laid out.
      const screens = language === 'de' ? [...SCREENS, ...ZOOMED_SCREENS] : SINGLE_SCREENS
      await expectMattersInView(
        page,
        `board, ${language}`,
        ['free', 'price', 'state', 'action'],
        boardFaults,
        screens,
      )
      await words.tile('3').getByRole('button').click()
      await page.locator('.option').first().waitFor()
      await expectMattersInView(
        page,
        `plug, ${language}`,
        ['price', 'state', 'action'],
        boardFaults,
        screens,
      )
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
      await expectMattersInView(page, 'garage, en', ['free', 'price', 'state'], boardFaults)
      await speak(page, 'en', 'de')
      await expectMattersInView(page, 'garage, de', ['free', 'price', 'state'], boardFaults, [
        ...SCREENS,
        ...ZOOMED_SCREENS,
      ])
    })
  })
})
