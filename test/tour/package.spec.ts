import { ChoosingPage } from '#test/e2e/pages/choosing.ts'
import { expect, test } from './stage.ts'

const MINUTE_MS = 60_000
const PACKAGE_MINUTES = 120

test('a package', async ({ stage }) => {
  const { guest, network, step } = stage
  const { board, connector, starting, charging, summary, page } = guest
  const choosing = new ChoosingPage(page)

  await step('packages with price and time', 'packages', async () => {
    await expect(board.tile('1').charge).toBeVisible()
    await board.show('light')
    await guest.choose('1')
    await choosing.choose(choosing.packages, /Two hours/)
    await expect(choosing.packages).toContainText('Stops by itself after')
  })
  await step('charging for two hours', 'charging', async () => {
    await connector.start.click()
    await starting.plugIn.waitFor()
    await network.plugIn('1')
    await expect(charging.energy).toBeVisible()
  })
  await step('it ends by itself, at its price', 'summary', async () => {
    await network.control.advance((PACKAGE_MINUTES + 1) * MINUTE_MS)
    await expect(summary.costs).toContainText('9.00')
    await network.expectEvents('remoteStop', 0)
  })
})
