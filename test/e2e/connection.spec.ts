import { watchLink } from './support/link.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

/** The limits: a refused connection is told within 7 s when somebody is there, 17 s at rest. */
const TOLD_MS = 17_000

test.describe('connection lost and back', () => {
  test('refused: told, every value bears its age, starts are off with the reason, a touch brings it back', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { board, connector } = guest
    await guest.choose('1')
    await expect(connector.start).toBeEnabled()
    await network.control.setFault('refuse')

    await test.step('on the plug’s own screen', async () => {
      await expect(guest.lost).toBeVisible({ timeout: TOLD_MS })
      await expect(connector.start).toBeDisabled()
      await expect(connector.reason).toContainText('We cannot see this plug right now')
      await expect(connector.body).toContainText(/as of \d\d:\d\d/)
    })

    await test.step('on the board', async () => {
      await guest.back.click()
      await expect(guest.lost).toBeVisible()
      await expect(board.header).toContainText(/last known at \d\d:\d\d/)
      for (const number of ['1', '2', '3', '4', '5', '6'])
        await expect(board.tile(number).root).toContainText(/as of \d\d:\d\d/)
      await expect(board.tile('1').charge).toHaveCount(0)
    })

    await test.step('a touch is enough to bring it back', async () => {
      await network.control.clearFault('refuse')
      await guest.touch()
      await expect(guest.lost).toBeHidden()
      await expect(board.tile('1').root).not.toContainText('as of')
      await expect(board.tile('1').charge).toBeEnabled()
    })
  })

  test('an answer that never comes is told too, and comes back by itself', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    await guest.touch()
    await network.control.setFault('hang')
    await expect(guest.lost).toBeVisible({ timeout: 40_000 })
    await network.control.clearFault('hang')
    await expect(guest.lost).toBeHidden()
    await expect(guest.board.tile('1').charge).toBeEnabled()
  })

  test('one failed refresh is no alarm', async ({ arrive, network }) => {
    const { guest } = await arrive()
    const { id } = await network.plug('1')
    const states = await watchLink(guest.page)
    await network.control.setFault('status', { code: 503, times: 1 })
    await network.control.occupy(id)
    await guest.touch()
    await expect(guest.board.tile('1').root).toContainText('In use', { timeout: TOLD_MS })
    expect(states).not.toContain('lost')
  })

  test('cut during a charge: a stop may be tried all the same, and is carried out when the connection is back', async ({
    arriveAtDemo,
  }) => {
    const { guest, network } = await arriveAtDemo({ demoSpeed: 5 })
    const { charging, summary } = guest
    await guest.start('3')
    await network.plugIn('3', FAST_CAR)
    await expect(charging.energy).toBeVisible()

    await network.control.setFault('cut')
    await expect(guest.lost).toBeVisible({ timeout: TOLD_MS })
    await expect(charging.notice).toContainText('You can try to stop all the same')
    await expect(charging.energy).toBeVisible()
    await expect(charging.stop).toBeEnabled()
    await charging.holdToStop()
    await expect(charging.notice).toContainText('Stopping did not work yet. We keep trying.')
    await expect(charging.notice).toContainText('It also stops when you unlock your car')
    expect((await network.plug('3')).session).not.toBeNull()

    await network.control.clearFault('cut')
    await guest.touch()
    await expect(summary.heading).toBeVisible()
    await network.expectEvents('attemptRemoteStart', 1)
    await network.expectEvents('stopped', 1)
  })

  test('a terminal that starts without connection shows the last known site as late', async ({
    arrive,
    network,
  }) => {
    const { terminal } = await arrive()
    await network.control.setFault('refuse')
    const { page } = await terminal.restart()
    await expect(page.getByRole('heading', { name: 'Plug 1' })).toBeVisible()
    await expect(page.getByText(/^as of \d\d:\d\d/).first()).toBeVisible()
    await expect(page.getByRole('button', { name: /^Charge/ })).toHaveCount(0)
    await expect(page.getByText(/^No connection since/)).toBeVisible({ timeout: TOLD_MS })
  })
})
