import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

const MINUTE_MS = 60_000

test.describe('a start that does not go smoothly', () => {
  test('rejected: told in plain words with the reason; trying again is a new start', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { connector, starting } = guest
    await network.control.setFault('rejectStart', { reason: 'Cable lock is jammed.', times: 1 })

    await guest.choose('1')
    await connector.start.click()
    await expect(starting.now).toContainText('The station did not start')
    await expect(starting.now).toContainText('The cable lock of this station is stuck.')
    // No second try mends a lock.
    await expect(starting.otherPlug).toHaveClass(/\bmain\b/)
    await expect(starting.cancel).toBeHidden()

    await starting.tryAgain.click()
    await connector.chooseCard()
    await connector.start.click()
    await expect(starting.plugIn).toBeVisible()
    await network.expectEvents('attemptRemoteStart', 2)
  })

  test('the platform refuses the request itself: nothing is pretended', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { board, starting } = guest
    await network.control.setFault('forbidden', { operations: ['attemptRemoteStart'] })

    await guest.choose('1')
    await guest.connector.start.click()
    await expect(starting.now).toContainText('The station did not start')
    await starting.otherPlug.click()
    await expect(board.tile('1').root).toContainText('Free')
    await network.expectEvents('attemptRemoteStart', 0)
  })

  test('times out, and begins all the same: the charge is found and shown', async ({
    arriveAtDemo,
  }) => {
    const { guest, network } = await arriveAtDemo()
    const { starting, charging } = guest
    await network.control.setFault('startAfterTimeout', { afterMs: 10_000, times: 1 })

    await guest.choose('3')
    await guest.connector.start.click()
    await expect(starting.now).toContainText('Checking the station')
    await network.expectEvents('attemptRemoteStart', 1)
    await network.control.advance(5.5 * MINUTE_MS)
    await expect(starting.now).toContainText('Charging did not begin in time')
    await network.plugIn('3', FAST_CAR)
    await network.control.advance(20_000)

    await expect(charging.stop).toBeVisible()
    await network.expectEvents('attemptRemoteStart', 1)
  })

  test('nobody plugs in: the countdown ends, and a new start is offered', async ({
    arriveAtDemo,
  }) => {
    const { guest, network } = await arriveAtDemo()
    const { board, starting } = guest

    await guest.start('1')
    await expect(starting.countdown).toHaveText(/^4:\d\d$/)
    await network.control.advance(4 * MINUTE_MS)
    await expect(starting.countdown).toHaveText(/^0:\d\d$/)
    await network.control.advance(MINUTE_MS)
    await expect(starting.now).toContainText('The cable was not plugged in in time')
    await expect(starting.now).toContainText('Nothing was charged')
    await expect(starting.countdown).toBeHidden()
    await expect(starting.tryAgain).toBeVisible()
    await starting.otherPlug.click()
    await expect(board.tile('1').charge).toBeVisible()
  })

  test('cancelled: what cannot be taken back is told, and a charge that begins is stopped', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { board, starting, charging } = guest

    await guest.start('1')
    await starting.cancel.click()
    await expect(guest.dialog).toContainText(/plugged in before \d\d:\d\d may still start/)
    await starting.confirmCancel.click()
    await expect(starting.now).toContainText('Cancelled')
    await network.plugIn('1')
    await network.expectEvents('started', 1)
    await network.expectEvents('remoteStop', 1)
    await network.expectEvents('stopped', 1)
    await expect(charging.stop).toBeHidden()
    await guest.back.click()
    await network.unplug('1')
    await expect(board.tile('1').root).toContainText('Free')
  })

  test('the answer is lost on its way: nothing is sent twice, and the charge is found', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { starting, charging } = guest
    await network.control.setFault('cut', {
      phase: 'after',
      operations: ['attemptRemoteStart'],
      times: 1,
    })

    await guest.choose('3')
    await guest.connector.start.click()
    await expect(starting.now).toContainText('We do not know yet whether it worked')
    await network.plugIn('3', FAST_CAR)
    await expect(charging.stop).toBeVisible({ timeout: 30_000 })
    await network.expectEvents('attemptRemoteStart', 1)
  })
})

test.describe('hasty fingers', () => {
  test('a double tap and ten taps more are one start', async ({ arrive, network }) => {
    const { guest } = await arrive()
    const { connector, starting } = guest

    await guest.choose('1')
    await connector.start.evaluate((button: HTMLButtonElement) => {
      for (let tap = 0; tap < 10; tap += 1) button.click()
    })
    await expect(starting.plugIn).toBeVisible()
    await network.expectEvents('attemptRemoteStart', 1)

    await starting.otherPlug.or(guest.back).click()
    await guest.board.tile('3').charge.click()
    await connector.start.dblclick()
    await expect(starting.plugIn).toBeVisible()
    await network.expectEvents('attemptRemoteStart', 2)
  })

  test('the same command ten times over the bridge is one start', async ({ arrive, network }) => {
    const { guest } = await arrive()
    const { id: connectorId } = await network.plug('1')

    const startIds = await guest.page.evaluate(async (id) => {
      const answer = await window.terminal.invoke('charging.options', { connectorId: id })
      const optionId = answer.ok ? (answer.value.options[0]?.id ?? '') : ''
      const start = { connectorId: id, optionId, requestId: 'one-and-the-same' }
      const starts = await Promise.all(
        Array.from({ length: 10 }, () => window.terminal.invoke('charging.start', start)),
      )
      return starts.map((one) => (one.ok ? one.value.startId : one.error.code))
    }, connectorId)

    expect(new Set(startIds).size).toBe(1)
    await expect(guest.board.tile('1').open).toBeVisible()
    await network.expectEvents('attemptRemoteStart', 1)
  })

  test('somebody else was faster: told before anything is sent', async ({ arrive, network }) => {
    const { guest } = await arrive()
    const { connector } = guest
    const { id } = await network.plug('1')

    await guest.choose('1')
    await expect(connector.start).toBeEnabled()
    // The refresh that would tell the guest first is on its way for longer than the tap.
    await network.control.setFault('delay', { ms: 8_000, operations: ['site'] })
    await network.control.occupy(id)
    await connector.start.click()
    await expect(connector.reason).toContainText(/in use/)
    await network.expectEvents('attemptRemoteStart', 0)
  })
})
