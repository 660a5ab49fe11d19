import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

test.describe('stopping', () => {
  test('rejected by the station: told, the charge goes on, and the next try stops it', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { charging, summary } = guest
    await guest.start('3')
    await network.plugIn('3', FAST_CAR)
    await expect(charging.stop).toBeVisible()
    await network.control.setFault('stopRejected', { times: 1 })

    await charging.holdToStop()
    await expect(charging.notice).toContainText('Stopping did not work')
    await expect(charging.notice).toContainText('It also stops when you unlock your car')
    expect((await network.plug('3')).session).not.toBeNull()
    await expect(charging.stop).toBeEnabled()

    await charging.holdToStop()
    await expect(summary.heading).toBeVisible()
    await network.expectEvents('remoteStop', 2)
  })

  test('a short touch stops nothing', async ({ arrive, network }) => {
    const { guest } = await arrive()
    await guest.start('3')
    await network.plugIn('3', FAST_CAR)
    await guest.charging.stop.click()
    await guest.charging.stop.click({ delay: 200 })
    await expect(guest.charging.stop).toBeEnabled()
    await expect(guest.dialog).toBeHidden()
    await network.expectEvents('remoteStop', 0)
  })

  test('a station that says yes and does nothing: told after a while, never claimed', async ({
    arriveAtDemo,
  }) => {
    const { guest, network } = await arriveAtDemo()
    const { charging, summary } = guest
    await guest.start('3')
    await network.plugIn('3', FAST_CAR)
    await expect(charging.stop).toBeEnabled()
    await network.control.setFault('stopSilent')

    await charging.holdToStop()
    await expect(charging.notice).toContainText('The station is stopping')
    await network.control.advance(70_000)
    await expect(charging.notice).toContainText('Stopping did not work yet. We keep trying.')
    await expect(summary.heading).toBeHidden()

    await network.control.clearFaults()
    await network.control.advance(10_000)
    await charging.holdToStop()
    await expect(summary.heading).toBeVisible()
  })

  test('a station that refuses for minutes: the guest is told, and it stops by itself in the end', async ({
    arriveAtDemo,
  }) => {
    const { guest, network } = await arriveAtDemo()
    const { charging, summary } = guest
    await guest.start('3')
    await network.plugIn('3', FAST_CAR)
    await expect(charging.stop).toBeEnabled()
    await network.control.setFault('stopRejected')

    await charging.holdToStop()
    await expect(charging.notice).toContainText('Stopping did not work yet. We keep trying.')
    await expect(charging.notice).toContainText(/Tries since \d\d:\d\d: 1\./)
    for (let minute = 0; minute < 4; minute += 1) await network.control.advance(60_000)
    await expect(charging.notice).toContainText(/Tries since \d\d:\d\d: [5-9]\./)
    await expect(charging.notice).toContainText('It also stops when you unlock your car')
    await expect(charging.stop).toBeEnabled()

    await network.control.clearFaults()
    await network.control.advance(90_000)
    await expect(summary.heading).toBeVisible()
    await network.expectEvents('stopped', 1)
  })

  test('a plug that cannot be seen: what is shown is old, and a stop works all the same', async ({
    arriveAtDemo,
  }) => {
    const { guest, network } = await arriveAtDemo()
    const { charging, summary } = guest
    await guest.start('3')
    await network.plugIn('3', FAST_CAR)
    await expect(charging.stop).toBeEnabled()

    await network.control.setFault('status', { code: 503, operations: ['site'] })
    await expect(charging.notice).toContainText('You can try to stop all the same')
    await charging.holdToStop()
    await network.expectEvents('stopped', 1)

    await network.control.clearFaults()
    await guest.touch()
    await expect(summary.heading).toBeVisible()
    await network.expectEvents('remoteStop', 1)
  })
})
