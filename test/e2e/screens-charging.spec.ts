import { inspect, INSPECTED_LANGUAGES, inspectPassing, VISIT_MS } from './support/inspect.ts'
import { expectSoundLayout } from './support/layout.ts'
import { FAST_CAR } from './support/network.ts'
import { scan } from './support/reader.ts'
import { expect, test } from './support/story.ts'
import { Words } from './support/words.ts'

for (const language of INSPECTED_LANGUAGES) {
  test.describe(`guest screens from a start to its end, ${language}: accessible in each mode, fits every size, can be hit`, () => {
    test.use({ language })
    test.setTimeout(VISIT_MS)

    test('by a card of the house', async ({ arriveAtDemo }) => {
      const { guest, network } = await arriveAtDemo()
      const { page, dialog } = guest
      const { control } = network
      const words = new Words(page, language)
      const start = async () => {
        await words.choices('connector.pay').first().check({ force: true })
        await words.button('connector.start').click()
      }

      await control.setFault('rejectStart', { times: 1, reason: 'The cable lock is jammed.' })
      await words.tile('3').getByRole('button').click()
      await start()
      await expect(words.button('start.retry')).toBeVisible()
      await inspect(page, 'start refused', ['state', 'action'])

      await words.button('start.retry').click()
      await start()
      await expect(page.getByRole('timer')).toBeVisible()
      await inspect(page, 'starting', ['stop-code', 'state', 'time-left', 'action'])
      await words.button('start.cancel').click()
      await expect(dialog).toBeVisible()
      await inspect(page, 'question before cancelling', ['action'])
      await page.keyboard.press('Escape')

      const code = await page.locator('.code .digits').innerText()
      await page.evaluate(() => window.terminal.invoke('guest.left', {}))
      await expect(words.button('start.cancel')).toBeHidden()
      await inspect(page, 'start of a guest who has left', ['typed', 'keys'])
      for (const digit of code) await page.keyboard.press(digit)
      await expect(words.button('start.cancel')).toBeVisible()

      await network.plugIn('3', FAST_CAR)
      await expect(words.button('charge.hold')).toBeVisible()
      await control.advance(60_000)
      await expect(page.getByText(/^\d+[.,]\d\skWh$/)).toBeVisible()
      await inspect(page, 'charging, with its code', ['stop-code', 'cost', 'state', 'action'])
      await expect(words.button('charge.hold')).toBeEnabled()
      await words.button('charge.hold').press('Enter')
      await expect(dialog).toBeVisible()
      await inspect(page, 'question before stopping', ['action'])
      await page.keyboard.press('Escape')

      await control.setFault('cut')
      await expect(page.getByText(words.text('charge.stop.lost'))).toBeVisible({ timeout: 20_000 })
      await inspect(page, 'charging without connection', ['stop-code', 'state', 'action'])
      await words.button('app.back').click()
      await inspect(page, 'board without connection', ['state'])
      await control.clearFaults()
      await guest.touch()
      await words.tile('3').getByRole('button').click()

      // All that a summary can say: a sum that is not final, a record that says less than the meter.
      await control.setFault('lateSum', { ms: 3_600_000 })
      await control.setFault('wrongReading', { as: 'negative', where: 'record', forMs: 3_600_000 })
      await expect(words.button('charge.hold')).toBeEnabled()
      await words.button('charge.hold').press('Enter')
      await words.button('charge.stop.yes').click()
      await expect(page.getByRole('table')).toBeVisible()
      await expect(page.getByRole('main')).toContainText(words.text('sum.soFar'))
      await inspect(page, 'summary', ['cost', 'state', 'action'])
      await control.clearFaults()

      await words.button('app.done').click()
      await page.evaluate(() => window.terminal.invoke('guest.left', {}))
      await words.tile('3').getByRole('button').click()
      await expect(words.button('start.desk')).toBeVisible()
      await inspect(page, 'claim for a receipt', ['typed', 'keys'])
    })

    test.describe('by the guest’s own card', () => {
      test.use({ operator: { reader: true } })

      test('the reader’s notice, the charge, and the way back to it', async ({
        arrive,
        network,
      }) => {
        const { roamingTag } = await network.control.overview()
        const { guest } = await arrive()
        const { page } = guest
        const words = new Words(page, language)
        await page.clock.install()
        await page.reload()

        await words.tile('1').getByRole('button').waitFor()
        await inspectPassing(page, 'board with the reader’s notice', async () => {
          await scan(page, roamingTag)
          await expect(words.button('app.close')).toBeVisible()
        })
        await words.tile('1').getByRole('button').click()
        await expect(words.button('app.close')).toBeHidden()

        await scan(page, roamingTag)
        await expect(page.getByRole('timer')).toBeVisible()
        await network.plugIn('1')
        await expect(words.button('charge.hold')).toBeEnabled({ timeout: 20_000 })
        await inspectPassing(page, 'charging with the own card', () => guest.touch())

        await words.button('app.back').click()
        await expect(words.tile('1')).toContainText(words.text('tile.ownCard'))
        await expectSoundLayout(page, 'board with a charge by own card')
      })
    })
  })
}
