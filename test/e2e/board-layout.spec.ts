import { languages, type Language } from '#renderer/i18n/languages.ts'
import { boardFaults, expectMattersInView, whereToMeasure } from './support/matters.ts'
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
      const where = { ...whereToMeasure(language), faultsOf: boardFaults }
      const onBoard = ['free', 'price', 'state', 'action'] as const
      await expectMattersInView(page, `board, ${language}`, onBoard, where)
      await words.tile('3').getByRole('button').click()
      await page.locator('.option').first().waitFor()
      await expectMattersInView(page, `plug, ${language}`, ['price', 'state', 'action'], where)
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
      const wanted = ['free', 'price', 'state'] as const
      await expectMattersInView(page, 'garage, en', wanted, { faultsOf: boardFaults })
      await speak(page, 'en', 'de')
      const where = { ...whereToMeasure('de'), faultsOf: boardFaults }
      await expectMattersInView(page, 'garage, de', wanted, where)
    })
  })
})
