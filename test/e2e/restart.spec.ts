import { Guest } from './pages/guest.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

const FOUND_MS = 20_000

test.describe('a power cut', () => {
  test('while a start waits for the cable: it is found, kept, and goes on', async ({
    arrive,
    network,
  }) => {
    const { guest, terminal } = await arrive()
    await guest.start('3')

    const again = new Guest(await terminal.restart())
    await expect(again.board.tile('3').open).toBeVisible({ timeout: FOUND_MS })
    await expect(again.board.tile('3').charge).toHaveCount(0)
    await again.board.tile('3').open.click()
    await expect(again.starting.plugIn).toBeVisible()
    await network.plugIn('3', FAST_CAR)
    await expect(again.charging.stop).toBeEnabled()
    await network.expectEvents('attemptRemoteStart', 1)
    await network.expectEvents('started', 1)
  })

  test('while the request is on its way: nobody knows, so it is never sent again', async ({
    arrive,
    network,
  }) => {
    const { guest, terminal } = await arrive()
    const { connector, starting } = guest
    await network.control.setFault('cut', { phase: 'after', operations: ['attemptRemoteStart'] })
    await guest.choose('3')
    await connector.start.click()
    await expect(starting.now).toBeVisible()
    await network.expectEvents('attemptRemoteStart', 1)
    const restarting = terminal.restart()
    await network.control.clearFaults()

    const again = new Guest(await restarting)
    await expect(again.board.tile('3').open).toBeVisible({ timeout: FOUND_MS })
    await expect(again.board.tile('3').charge).toHaveCount(0)
    await network.plugIn('3', FAST_CAR)
    await expect(again.board.tile('3').mine).toBeVisible({ timeout: FOUND_MS })
    await network.expectEvents('attemptRemoteStart', 1)
  })

  test('while a start hangs before the platform: the plug is kept, and nothing began', async ({
    arrive,
    network,
  }) => {
    const { guest, terminal } = await arrive()
    await network.control.setFault('hang', { operations: ['attemptRemoteStart'] })
    await guest.choose('1')
    await guest.connector.start.click()
    await expect(guest.starting.now).toContainText('Checking the station')
    const restarting = terminal.restart()
    await network.control.clearFaults()

    const again = new Guest(await restarting)
    await expect(again.board.tile('1').open).toBeVisible({ timeout: FOUND_MS })
    await again.board.tile('1').open.click()
    await expect(again.starting.now).toContainText('We do not know yet')
    await network.expectEvents('attemptRemoteStart', 0)
  })

  test('during a charge: it is found, and can be stopped', async ({ arrive, network }) => {
    const { guest, terminal } = await arrive()
    await guest.start('3')
    await network.plugIn('3', FAST_CAR)
    await expect(guest.charging.stop).toBeEnabled()

    const again = new Guest(await terminal.restart())
    await again.board.tile('3').mine.click({ timeout: FOUND_MS })
    await again.charging.holdToStop()
    await expect(again.summary.heading).toBeVisible()
    await network.expectEvents('attemptRemoteStart', 1)
    await network.expectEvents('remoteStop', 1)
  })

  test('during a stop: it is followed to its end', async ({ arrive, network }) => {
    const { guest, terminal } = await arrive()
    await guest.start('3')
    await network.plugIn('3', FAST_CAR)
    await expect(guest.charging.stop).toBeEnabled()
    await guest.charging.holdToStop()
    await network.expectEvents('remoteStop', 1)

    const again = new Guest(await terminal.restart())
    await expect(again.board.tile('3').root).toContainText('Unplug, please', { timeout: FOUND_MS })
    await network.expectEvents('remoteStop', 1)
  })
})
