import { Guest } from './pages/guest.ts'
import { expectAccessible } from './support/axe.ts'
import { expectSoundLayout } from './support/layout.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

for (const language of ['en', 'de'] as const) {
  test.describe(`every guest screen, ${language}`, () => {
    test.use({ language })
    test.setTimeout(180_000)

    test('is accessible in light and dark, fits every size, and can be hit with a finger', async ({
      arriveAtDemo,
    }) => {
      const { guest, network } = await arriveAtDemo()
      const { board, connector, starting, charging, summary, page } = guest
      const { control } = network
      const inspect = async (screen: string) => {
        await expectSoundLayout(page, screen)
        await expectAccessible(page, screen)
      }

      await inspect('board')
      await board.help.click()
      await expect(guest.dialog).toBeVisible()
      await inspect('help')
      await page.keyboard.press('Escape')

      await guest.choose('3')
      await inspect('connector')
      await control.setFault('rejectStart', { times: 1, reason: 'The cable lock is jammed.' })
      await connector.start.click()
      await expect(starting.tryAgain).toBeVisible()
      await inspect('start refused')

      await starting.tryAgain.click()
      await connector.chooseCard()
      await connector.start.click()
      await expect(starting.plugIn).toBeVisible()
      await inspect('starting')
      await starting.cancel.click()
      await expect(guest.dialog).toBeVisible()
      await inspect('question before cancelling')
      await page.keyboard.press('Escape')

      await network.plugIn('3', FAST_CAR)
      await expect(charging.stop).toBeVisible()
      await inspect('charging, before the first meter value')
      await control.advance(60_000)
      await expect(charging.battery).toBeVisible()
      await inspect('charging')
      await charging.stop.press('Enter')
      await expect(guest.dialog).toBeVisible()
      await inspect('question before stopping')
      await page.keyboard.press('Escape')

      await control.setFault('cut')
      await expect(guest.lost).toBeVisible({ timeout: 20_000 })
      await inspect('charging without connection')
      await guest.back.click()
      await inspect('board without connection')
      await control.clearFaults()
      await guest.touch()
      await board.tile('3').mine.click()

      await charging.holdToStop()
      await expect(summary.costs).toBeVisible()
      await inspect('summary')
    })
  })
}

test.describe('the board of a site with many plugs', () => {
  test.use({ demoSite: 'depot' })

  test('is accessible and fits every size too, in both languages', async ({ arrive }) => {
    const { guest } = await arrive()
    await expect(guest.board.plugs.getByRole('button')).toHaveCount(48)
    await expectSoundLayout(guest.page, 'board of 48')
    await guest.board.language('Deutsch').click()
    await expectSoundLayout(guest.page, 'board of 48, German')
    await expectAccessible(guest.page, 'board of 48, German')
  })
})

test('so is the notice in place of the plugs', async ({ sim, terminal }) => {
  const { page } = await terminal.launch(sim, { key: 'not-the-key' })
  const { board } = new Guest({ page })
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible()
  await expectSoundLayout(page, 'trouble')
  await board.language('Deutsch').click()
  await expectSoundLayout(page, 'trouble, German')
  await expectAccessible(page, 'trouble, German')
})
