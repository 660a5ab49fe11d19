import { createPhoneCard } from '#simulator/state/account.ts'
import { inspect, INSPECTED_LANGUAGES, VISIT_MS } from './support/inspect.ts'
import { openLook } from './support/speak.ts'
import { expect, test } from './support/story.ts'
import { Words } from './support/words.ts'

const SEED = 1

for (const language of INSPECTED_LANGUAGES) {
  test.describe(`guest screens before a start, ${language}: accessible in each mode, fits every size, can be hit`, () => {
    test.use({ language })
    test.setTimeout(VISIT_MS)

    test('before a start', async ({ arriveAtDemo }) => {
      const { guest, network } = await arriveAtDemo()
      const { page, dialog } = guest
      const words = new Words(page, language)
      await network.control.payByPhone(true)

      await inspect(page, 'board', ['free', 'price', 'state', 'action'])
      await words.button('app.help').click()
      await expect(dialog).toBeVisible()
      await inspect(page, 'help')
      await page.keyboard.press('Escape')
      await openLook(page, language)
      await expect(dialog).toBeVisible()
      await inspect(page, 'languages')
      await page.keyboard.press('Escape')

      await test.step('the stop code, and a wrong one', async () => {
        await words.tile('2').getByRole('button').click()
        await words.button('app.back').waitFor()
        await page.keyboard.type('0000', { delay: 60 })
        await expect(page.getByRole('alert')).not.toBeEmpty()
        await inspect(page, 'claim', ['typed', 'keys'])
        await words.button('app.back').click()
      })

      await test.step('every way to charge', async () => {
        await words.tile('1').getByRole('button').click()
        await words.choices('connector.pay').first().check({ force: true })
        await words.choices('target.title').nth(1).check({ force: true })
        await inspect(page, 'connector with cards, packages and a target', [
          'price',
          'state',
          'action',
        ])
        await words.choices('connector.pay').last().check({ force: true })
        await words.choices('hold.title').first().check({ force: true })
        await inspect(page, 'connector with an amount to hold', ['price', 'state', 'action'])
      })

      await words.button('choose.pay').click()
      await expect(words.picture('pay.code')).toBeVisible()
      await inspect(page, 'paying', ['pay', 'cost', 'time-left'])
      await words.button('app.back').click()

      await words.tile('3').getByRole('button').click()
      await words.button('station.more').click()
      await expect(page.getByRole('img').first()).toBeVisible()
      await inspect(page, 'station')
    })

    test.describe('where guests need a booking', () => {
      const { id: phoneCardId } = createPhoneCard(SEED, 0)
      test.use({
        seed: SEED,
        people: true,
        operator: { cards: 'booking', byCard: { [phoneCardId]: 'desk' } },
      })

      test('its number is asked for; the desk is asked where it must allow', async ({
        arrive,
        network,
      }) => {
        await network.control.payByPhone(true)
        const { guest } = await arrive()
        const { page, dialog } = guest
        const words = new Words(page, language)
        await words.tile('1').getByRole('button').click()
        await words.choices('connector.pay').first().check({ force: true })
        await words.button('booking.enter').click()
        await expect(dialog).toBeVisible()
        await inspect(page, 'booking number', ['typed', 'keys', 'action'])
        await page.keyboard.press('Escape')
        await words.choices('connector.pay').last().check({ force: true })
        await words.choices('hold.title').first().check({ force: true })
        await inspect(page, 'connector whose way to charge needs the desk', [
          'price',
          'state',
          'action',
        ])
        await words.button('approve.ask').click()
        await expect(words.button('approve.here')).toBeVisible()
        await inspect(page, 'waiting for the desk', ['state', 'time-left', 'action'])
        await words.button('approve.here').click()
        await expect(dialog).toBeVisible()
        await inspect(page, "the desk's PIN", ['keys'])
      })
    })

    test.describe('of a site with many plugs', () => {
      test.use({ demoSite: 'depot' })

      test('the board, finding, a plug that starts on the spot, and a free one', async ({
        arrive,
      }) => {
        const { guest } = await arrive()
        const { page } = guest
        const words = new Words(page, language)
        await inspect(page, 'board of 48', ['free', 'price', 'state'])
        await words.button('find.open').click()
        await words.button('app.back').waitFor()
        await page.keyboard.type('4', { delay: 60 })
        await expect(page.getByRole('main').getByRole('status').first()).not.toBeEmpty()
        await inspect(page, 'find', ['typed', 'keys', 'state'])
        await page.keyboard.type('99', { delay: 60 })
        await inspect(page, 'find, and nothing is found', ['typed', 'keys'])
        await words.button('find.clear').click()
        await page.keyboard.type('48', { delay: 60 })
        await expect(words.denseTile('48')).toBeVisible()
        await page.keyboard.press('Enter')
        await words.button('station.more').click()
        await expect(words.button('station.more')).toBeHidden()
        await inspect(page, 'station that starts on the spot')
        await words.button('app.back').click()
        await words.button('app.back').click()
        // Few of many tiles are on the page: which ones is the board's own affair.
        await words.button('find.open').click()
        await words.button('app.back').waitFor()
        await page.keyboard.type('46', { delay: 60 })
        await expect(words.denseTile('46')).toBeVisible()
        await page.keyboard.press('Enter')
        await expect(words.button('connector.start')).toBeEnabled()
        await inspect(page, 'connector free of charge', ['state', 'action'])
      })
    })
  })
}
