import { languages, type Language } from '#renderer/i18n/languages.ts'
import {
  inspect,
  INSPECTED_LANGUAGES,
  inspectPassing,
  photograph,
  VISIT_MS,
} from './support/inspect.ts'
import { expectSoundLayout } from './support/layout.ts'
import { boardLanguages } from './support/longest-language.ts'
import { openLook, speak } from './support/speak.ts'
import { expect, test } from './support/story.ts'
import { Words } from './support/words.ts'

for (const language of INSPECTED_LANGUAGES) {
  test.describe(`guest screens of every kind, ${language}: accessible in each mode, fits every size, can be hit`, () => {
    test.use({ language })
    test.setTimeout(VISIT_MS)

    test('"still there?"', async ({ arrive }) => {
      const { guest } = await arrive()
      const { page, dialog } = guest
      const words = new Words(page, language)
      await page.clock.install()
      await page.reload()
      await words.tile('1').getByRole('button').click()
      await inspectPassing(page, 'question whether somebody is there', async () => {
        if (await dialog.isVisible()) await words.button('idle.stay').click()
        await expect(dialog).toBeHidden()
        await page.clock.fastForward(61_000)
        await expect(dialog).toBeVisible()
      })
    })

    test('the notice in place of the plugs', async ({ sim, terminal }) => {
      const { page } = await terminal.launch(sim, { key: 'not-the-key' })
      await expect(page.getByRole('heading', { level: 2 })).toBeVisible()
      await inspect(page, 'trouble', ['state', 'action'])
    })
  })
}

test('the board in each language, measured in those that need most room', async ({ arrive }) => {
  test.setTimeout(240_000)
  const { guest } = await arrive()
  const { page } = guest
  const measured = boardLanguages()
  let before: Language = 'en'
  for (const { code, locale } of languages) {
    const words = await speak(page, before, code)
    before = code
    await expect(words.tile('1')).toContainText(words.text('price.perKWh').replace(' ', '\u00a0'))
    await expect(words.button('app.help')).toBeVisible()
    await photograph(page, 'board')
    if (measured.has(code)) await expectSoundLayout(page, `board in ${locale}`)
  }
})

test('the languages, all of them to choose from: accessible, fits every size, can be hit', async ({
  arrive,
}) => {
  test.setTimeout(VISIT_MS)
  const { guest } = await arrive()
  const { page, dialog } = guest
  await openLook(page, 'en')
  const all = dialog.getByRole('group', { name: 'Language', exact: true })
  await expect(all.getByRole('button')).toHaveCount(languages.length)
  await inspect(page, 'languages')
})

test('Greek and Cyrillic letters are fetched when they appear', async ({ arrive }) => {
  const { guest } = await arrive()
  const { page } = guest
  const fetched = (): Promise<string[]> =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .flatMap(({ name }) => /noto-sans-(\w+)-wght/.exec(name)?.[1] ?? []),
    )
  expect(await fetched()).toEqual([])
  await openLook(page, 'en')
  await expect.poll(async () => (await fetched()).toSorted()).toEqual(['cyrillic', 'greek'])
})
