import { nameOf } from '#renderer/guest/footer/offered.ts'
import type { Language } from '#renderer/i18n/languages.ts'
import type { MessageKey } from '#renderer/i18n/text.ts'
import { VISIT_MS } from './support/inspect.ts'
import type { Guest } from './pages/guest.ts'
import { expectMattersInView, PANELS, type Matters } from './support/matters.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'
import { Words } from './support/words.ts'

/** What is measured on every panel, in every way: the screens' own languages, and those with long words. */
const LANGUAGES: readonly Language[] = ['en', 'de', 'pl', 'hu']

test.describe('nothing that matters is below the fold, cut or broken', () => {
  test.setTimeout(VISIT_MS)
  test.use({ language: 'en' })

  test('while a start waits for the cable', async ({ arriveAtDemo }) => {
    const { guest } = await arriveAtDemo()
    await guest.start('3')
    await inEachLanguage(guest, 'starting', 'start.cancel', [
      'stop-code',
      'state',
      'time-left',
      'action',
    ])
  })

  test('while a car charges', async ({ arriveAtDemo }) => {
    const { guest, network } = await arriveAtDemo()
    const { page, charging, dialog } = guest
    await guest.start('3')
    await network.plugIn('3', FAST_CAR)
    await expect(charging.stop).toBeVisible()
    await network.control.setSpeed(60)
    await expect(page.getByText(/80.?% at about \d\d:\d\d/)).toBeVisible()
    await network.control.setSpeed(1)

    await inEachLanguage(guest, 'charging', 'charge.hold', [
      'stop-code',
      'cost',
      'price',
      'state',
      'time-left',
      'action',
    ])
  })
})

/** By way of the board, where languages are chosen; `button` is one of the screen. */
async function inEachLanguage(
  { page, dialog }: Guest,
  screen: string,
  button: MessageKey,
  wanted: readonly Matters[],
): Promise<void> {
  let words = new Words(page, 'en')
  for (const language of LANGUAGES) {
    if (language !== 'en') {
      await page.setViewportSize(PANELS[4])
      await words.button('app.back').click()
      await words.button('app.languages').click()
      await dialog.getByRole('button', { name: nameOf(language), exact: true }).click()
      words = new Words(page, language)
      await words.tile('3').getByRole('button').click()
      await expect(words.button(button)).toBeVisible()
    }
    await expectMattersInView(page, `${screen}, ${language}`, wanted)
  }
}
