import { expect } from '@playwright/test'
import { ChoosingPage } from '#test/e2e/pages/choosing.ts'
import { FAST_CAR } from '#test/e2e/support/network.ts'
import { scan } from '#test/e2e/support/reader.ts'
import type { Stage } from './stage.ts'

const SOON_MS = { timeout: 30_000 }
const MINUTE_MS = 60_000
const PACKAGE_MINUTES = 120
/** Seconds of the demo per second while nothing but charging happens. */
const HURRY = 20

/** A guest's own card: it starts, is told no more than state and time, and stops. */
export async function useOwnCard({ guest, network, step }: Stage): Promise<void> {
  const { board, connector, starting, charging, page } = guest
  const { roamingTag } = await network.control.overview()

  await step('a plug says that own cards are welcome', 'own-card', async () => {
    await expect(board.tile('1').charge).toBeVisible(SOON_MS)
    await board.show('light')
    await board.tile('1').charge.click()
    await expect(new ChoosingPage(page).ownCard).toBeVisible()
  })
  await step('the card is held to the reader: plug in now', 'plug-in', async () => {
    await scan(page, roamingTag)
    await expect(starting.plugIn).toBeVisible(SOON_MS)
  })
  await step('state and time are all that is seen', 'own-charge', async () => {
    await network.plugIn('1')
    await expect(page.getByRole('heading', { name: 'Charging with your card' })).toBeVisible(
      SOON_MS,
    )
    await expect(connector.body).not.toContainText('kWh')
  })
  await step('a strange card has nothing to do here', 'strange-card', async () => {
    await guest.back.click()
    await page.evaluate(() => window.terminal.invoke('guest.left', {}))
    await scan(page, 'DEADBEEF0042')
    await expect(page.getByText('This card has nothing to do here.')).toBeVisible()
  })
  await step('the same card leads back to its charge', 'same-card', async () => {
    await scan(page, roamingTag)
    await expect(charging.stop).toBeEnabled(SOON_MS)
  })
  await step('stopped: the plug asks to be unplugged', 'stopped', async () => {
    await charging.holdToStop()
    await expect(board.tile('1').root).toContainText('Unplug, please', SOON_MS)
    await network.expectEvents('remoteStop', 1)
  })
}

/** Two hours at a fixed price: the platform ends them. */
export async function choosePackage({ guest, network, step }: Stage): Promise<void> {
  const { board, connector, starting, charging, summary, page } = guest
  const choosing = new ChoosingPage(page)

  await step('packages with price and time', 'packages', async () => {
    await expect(board.tile('1').charge).toBeVisible(SOON_MS)
    await board.show('light')
    await guest.choose('1')
    await choosing.choose(choosing.packages, /Two hours/)
    await expect(choosing.packages).toContainText('Stops by itself after')
  })
  await step('charging for two hours', 'charging', async () => {
    await connector.start.click()
    await starting.plugIn.waitFor(SOON_MS)
    await network.plugIn('1')
    await expect(charging.energy).toBeVisible(SOON_MS)
  })
  await step('it ends by itself, at its price', 'summary', async () => {
    await network.control.advance((PACKAGE_MINUTES + 1) * MINUTE_MS)
    await expect(summary.costs).toContainText('9.00', SOON_MS)
    await network.expectEvents('remoteStop', 0)
  })
}

/** The terminal watches an energy and stops there. */
export async function setTarget({ guest, network, step }: Stage): Promise<void> {
  const { board, connector, starting, charging, summary, page } = guest
  const choosing = new ChoosingPage(page)

  await step('when to stop, and who watches it', 'target', async () => {
    await expect(board.tile('3').charge).toBeVisible(SOON_MS)
    await board.show('light')
    await guest.choose('3')
    await choosing.choose(choosing.targets, /^Energy$/)
    for (let step = 0; step < 3; step += 1) await choosing.less.click()
    await expect(choosing.targets).toContainText('5 kWh')
  })
  await step('charging, with its end told', 'charging', async () => {
    await connector.start.click()
    await starting.plugIn.waitFor(SOON_MS)
    await network.plugIn('3', FAST_CAR)
    await expect(charging.body).toContainText('Stops at 5 kWh', SOON_MS)
  })
  await step('it stops by itself', 'summary', async () => {
    await network.control.setSpeed(HURRY)
    await expect(summary.heading).toBeVisible(SOON_MS)
    await network.control.setSpeed(1)
    await network.expectEvents('remoteStop', 1)
  })
}

/** A plug that costs nothing, among two hundred. */
export async function chargeFree({ guest, network, step }: Stage): Promise<void> {
  const { board, connector, starting, charging, page } = guest
  const first = board.plugs.getByRole('button', { name: /^Plug 1,.*kWh/ })

  await step('two hundred plugs', 'board', async () => {
    await expect(first).toBeAttached(SOON_MS)
    await board.show('light')
  })
  await step('found by its number', 'found', async () => {
    await page.getByRole('button', { name: 'Find a plug' }).click()
    for (const key of ['2', '0', '0']) {
      await page.getByRole('button', { name: key, exact: true }).click()
    }
    await expect(page.getByRole('button', { name: /^Plug 200,/ })).toBeVisible()
  })
  await step('nothing to pay: one touch', 'free', async () => {
    await page.getByRole('button', { name: /^Plug 200,/ }).click()
    await expect(connector.body).toContainText('There is nothing to pay here.')
  })
  await step('charging', 'charging', async () => {
    await connector.start.click()
    await starting.plugIn.waitFor(SOON_MS)
    await network.plugIn('200')
    await expect(charging.energy).toBeVisible(SOON_MS)
  })
}
