import { ChoosingPage } from '#test/e2e/pages/choosing.ts'
import { FAST_CAR } from '#test/e2e/support/network.ts'
import { expect, test } from './stage.ts'

/** Seconds of the demo per second while nothing but charging happens. */
const HURRY = 20

test('a target', async ({ stage }) => {
  const { guest, network, step } = stage
  const { board, connector, starting, charging, summary, page } = guest
  const choosing = new ChoosingPage(page)

  await step('when to stop, and who watches it', 'target', async () => {
    await expect(board.tile('3').charge).toBeVisible()
    await board.show('light')
    await guest.choose('3')
    await choosing.choose(choosing.targets, /^Energy$/)
    for (let presses = 0; presses < 3; presses += 1) await choosing.less.click()
    await expect(choosing.targets).toContainText('5 kWh')
  })
  await step('charging, with its end shown', 'charging', async () => {
    await connector.start.click()
    await starting.plugIn.waitFor()
    await network.plugIn('3', FAST_CAR)
    await expect(charging.body).toContainText('Stops at 5 kWh')
  })
  await step('it stops by itself', 'summary', async () => {
    await network.control.setSpeed(HURRY)
    await expect(summary.heading).toBeVisible()
    await network.control.setSpeed(1)
    await network.expectEvents('remoteStop', 1)
  })
})
