import type { Page } from '@playwright/test'
import { languages } from '#renderer/i18n/languages.ts'
import { expectAccessible } from './support/axe.ts'
import { expectSoundLayout } from './support/layout.ts'
import { longestLanguage } from './support/longest-language.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'
import { Words } from './support/words.ts'

const longest = await longestLanguage()

/** One screen in all its sizes and modes. */
async function inspect(page: Page, screen: string): Promise<void> {
  await expectSoundLayout(page, screen)
  await expectAccessible(page, screen)
}

for (const language of ['en', longest] as const) {
  test.describe(`every guest screen, ${language}: accessible in each mode, fits every size, can be hit`, () => {
    test.use({ language })
    test.setTimeout(240_000)

    test('before a start', async ({ arriveAtDemo }) => {
      const { guest, network } = await arriveAtDemo()
      const { page, dialog } = guest
      const words = await Words.of(page, language)
      await network.control.payByPhone(true)

      await inspect(page, 'board')
      await words.button('app.help').click()
      await expect(dialog).toBeVisible()
      await inspect(page, 'help')
      await page.keyboard.press('Escape')
      await words.button('app.languages').click()
      await expect(dialog).toBeVisible()
      await inspect(page, 'languages')
      await page.keyboard.press('Escape')

      await test.step('the stop code, and a wrong one', async () => {
        await words.tile('2').getByRole('button').click()
        await page.keyboard.type('0000', { delay: 60 })
        await expect(page.getByRole('alert')).not.toBeEmpty()
        await inspect(page, 'claim')
        await words.button('app.back').click()
      })

      await test.step('every way to charge', async () => {
        await words.tile('1').getByRole('button').click()
        await words.choices('connector.pay').first().check({ force: true })
        await words.choices('target.title').nth(1).check({ force: true })
        await inspect(page, 'connector with cards, packages and a target')
        await words.choices('connector.pay').last().check({ force: true })
        await words.choices('hold.title').first().check({ force: true })
        await inspect(page, 'connector with an amount to hold')
      })

      await words.button('choose.pay').click()
      await expect(words.picture('pay.code')).toBeVisible()
      await inspect(page, 'paying')
      await words.button('app.back').click()

      await words.tile('3').getByRole('button').click()
      await words.button('station.more').click()
      await expect(page.getByRole('img').first()).toBeVisible()
      await inspect(page, 'station')
    })

    test('from a start to its end', async ({ arriveAtDemo }) => {
      const { guest, network } = await arriveAtDemo()
      const { page, dialog } = guest
      const { control } = network
      const words = await Words.of(page, language)
      const start = async () => {
        await words.choices('connector.pay').first().check({ force: true })
        await words.button('connector.start').click()
      }

      await control.setFault('rejectStart', { times: 1, reason: 'The cable lock is jammed.' })
      await words.tile('3').getByRole('button').click()
      await start()
      await expect(words.button('start.retry')).toBeVisible()
      await inspect(page, 'start refused')

      await words.button('start.retry').click()
      await start()
      await expect(page.getByRole('timer')).toBeVisible()
      await inspect(page, 'starting')
      await words.button('start.cancel').click()
      await expect(dialog).toBeVisible()
      await inspect(page, 'question before cancelling')
      await page.keyboard.press('Escape')

      await network.plugIn('3', FAST_CAR)
      await expect(words.button('charge.hold')).toBeVisible()
      await control.advance(60_000)
      await expect(page.getByText(/^\d+[.,]\d$/)).toBeVisible()
      await inspect(page, 'charging, with its code')
      await words.button('charge.hold').press('Enter')
      await expect(dialog).toBeVisible()
      await inspect(page, 'question before stopping')
      await page.keyboard.press('Escape')

      await control.setFault('cut')
      await expect(words.button('charge.hold')).toBeDisabled({ timeout: 20_000 })
      await inspect(page, 'charging without connection')
      await words.button('app.back').click()
      await inspect(page, 'board without connection')
      await control.clearFaults()
      await guest.touch()
      await words.tile('3').getByRole('button').click()

      await words.button('charge.hold').press('Enter')
      await words.button('charge.stop.yes').click()
      await expect(page.getByRole('table')).toBeVisible()
      await inspect(page, 'summary')
    })

    test('"still there?"', async ({ arrive }) => {
      const { guest } = await arrive()
      const { page, dialog } = guest
      const words = await Words.of(page, language)
      await page.clock.install()
      await page.reload()
      await words.tile('1').getByRole('button').click()
      for (const check of [expectSoundLayout, expectAccessible]) {
        await page.clock.fastForward(61_000)
        await expect(dialog).toBeVisible()
        await check(page, 'question whether somebody is there')
        await words.button('idle.stay').click()
        await expect(dialog).toBeHidden()
      }
    })

    test.describe('where guests need a booking', () => {
      test.use({ operator: { cards: 'booking' } })

      test('its number is asked for', async ({ arrive }) => {
        const { guest } = await arrive()
        const { page, dialog } = guest
        const words = await Words.of(page, language)
        await words.tile('1').getByRole('button').click()
        await words.choices('connector.pay').first().check({ force: true })
        await words.button('booking.enter').click()
        await expect(dialog).toBeVisible()
        await inspect(page, 'booking number')
      })
    })

    test.describe('of a site with many plugs', () => {
      test.use({ demoSite: 'depot' })

      test('the board, finding, and a plug that starts on the spot', async ({ arrive }) => {
        const { guest } = await arrive()
        const { page } = guest
        const words = await Words.of(page, language)
        await inspect(page, 'board of 48')
        await words.button('find.open').click()
        await page.keyboard.type('4', { delay: 60 })
        await expect(page.getByRole('main').getByRole('status').first()).not.toBeEmpty()
        await inspect(page, 'find')
        await page.keyboard.type('99', { delay: 60 })
        await inspect(page, 'find, and nothing is found')
        await words.button('find.clear').click()
        await page.keyboard.type('48', { delay: 60 })
        await page.keyboard.press('Enter')
        await words.button('station.more').click()
        await expect(words.button('station.more')).toBeHidden()
        await inspect(page, 'station that starts on the spot')
      })
    })

    test('the notice in place of the plugs', async ({ sim, terminal }) => {
      const { page } = await terminal.launch(sim, { key: 'not-the-key' })
      await expect(page.getByRole('heading', { level: 2 })).toBeVisible()
      await inspect(page, 'trouble')
    })
  })
}

test('the board in each of the twelve languages', async ({ arrive }) => {
  test.setTimeout(120_000)
  const { guest } = await arrive()
  const { page, dialog } = guest
  let words = await Words.of(page, 'en')
  for (const { code, name, locale } of languages) {
    if ((await page.locator('html').getAttribute('lang')) !== code) {
      await words.button('app.languages').click()
      await dialog.getByRole('button', { name, exact: true }).click()
    }
    words = await Words.of(page, code)
    await expect(page.locator('html')).toHaveAttribute('lang', code)
    await expect(words.tile('1')).toContainText('0.35 EUR/kWh')
    await expect(words.button('app.help')).toBeVisible()
    await expectSoundLayout(page, `board in ${locale}`)
  }
})
