import { languages, type Language } from '#renderer/i18n/languages.ts'
import type { MessageKey } from '#renderer/i18n/text.ts'
import { VISIT_MS } from './support/inspect.ts'
import type { Guest } from './pages/guest.ts'
import { expectMattersInView, whereToMeasure, type Matters } from './support/matters.ts'
import { FAST_CAR } from './support/network.ts'
import { speak } from './support/speak.ts'
import { expect, test } from './support/story.ts'

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
    const { page, charging } = guest
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

    await test.step('and when there is no news of it', async () => {
      await speak(page, languages.at(-1)?.code ?? 'en', 'en')
      await network.control.setFault('cut')
      await expect(page.getByText('No connection since')).toBeVisible()
      const wanted = ['stop-code', 'cost', 'price', 'state', 'action'] as const
      await inEachLanguage(guest, 'charging without news', 'charge.hold', wanted)
      await network.control.clearFaults()
      await speak(page, languages.at(-1)?.code ?? 'en', 'en')
      await expect(page.getByText('No connection since')).toBeHidden()
    })

    await test.step('and when it has ended', async () => {
      await charging.stop.press('Enter')
      await charging.confirmStop.click()
      await expect(guest.summary.costs).toBeVisible()
      const wanted = ['cost', 'state', 'action'] as const
      await inEachLanguage(guest, 'summary', 'app.done', wanted)
    })
  })
})

/** The screen in one language after the other; it is shown in English. */
async function inEachLanguage(
  { page }: Guest,
  screen: string,
  button: MessageKey,
  wanted: readonly Matters[],
): Promise<void> {
  let before: Language = 'en'
  for (const { code: language } of languages) {
    const words = await speak(page, before, language)
    before = language
    await expect(words.button(button)).toBeVisible()
    await expectMattersInView(page, `${screen}, ${language}`, wanted, whereToMeasure(language))
  }
}
