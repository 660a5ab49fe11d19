import { scan } from '#test/e2e/support/reader.ts'
import { ChoosingPage } from '#test/e2e/pages/choosing.ts'
import { expect, test } from './stage.ts'

test('an own card', async ({ stage }) => {
  const { guest, network, step } = stage
  const { board, connector, starting, charging, page } = guest
  const { roamingTag } = await network.control.overview()

  await step('a plug says that own cards are welcome', 'own-card', async () => {
    await expect(board.tile('1').charge).toBeVisible()
    await board.show('light')
    await board.tile('1').charge.click()
    await expect(new ChoosingPage(page).ownCard).toBeVisible()
  })
  await step('the card is held to the reader: plug in now', 'plug-in', async () => {
    await scan(page, roamingTag)
    await expect(starting.plugIn).toBeVisible()
  })
  await step('state and time are all that is seen', 'own-charge', async () => {
    await network.plugIn('1')
    await expect(page.getByRole('heading', { name: 'Charging with your card' })).toBeVisible()
    await expect(connector.body).not.toContainText('kWh')
  })
  await step('a strange card', 'strange-card', async () => {
    await guest.back.click()
    await page.evaluate(() => window.terminal.invoke('guest.left', {}))
    await scan(page, 'DEADBEEF0042')
    await expect(page.getByText('No charge here belongs to this card.')).toBeVisible()
  })
  await step('the same card leads back to its charge', 'same-card', async () => {
    await scan(page, roamingTag)
    await expect(charging.stop).toBeEnabled()
  })
  await step('stopped: the plug asks to be unplugged', 'stopped', async () => {
    await charging.holdToStop()
    await expect(board.tile('1').root).toContainText('Unplug, please')
    await network.expectEvents('remoteStop', 1)
  })
})
