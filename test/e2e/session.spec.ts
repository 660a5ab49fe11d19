import { watchLink } from './support/link.ts'
import { expect, test } from './support/story.ts'

test.describe('the session with the platform', () => {
  test.use({ operator: { stopCodes: false } })

  test('expires during a charge: it is renewed, and nobody sees it', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { board, charging, summary } = guest
    const states = await watchLink(guest.page)
    await board.tile('2').mine.click()
    await expect(charging.stop).toBeEnabled()

    await network.control.expireSessionTokens()
    await guest.touch()
    await network.expectEvents('renewSession', 1)
    await network.expectAsked('renewSession')
    await network.expectAsked('initSession')
    await expect(charging.stop).toBeEnabled()
    await charging.holdToStop()
    await expect(summary.heading).toBeVisible()
    await network.expectEvents('initSession', 1)
    await network.expectEvents('remoteStop', 1)
    expect(states).not.toContain('lost')
  })

  test('expires right before a stop: the stop arrives, once', async ({ arrive, network }) => {
    const { guest } = await arrive()
    const { board, charging, summary } = guest
    await board.tile('2').mine.click()
    await network.control.expireSessionTokens()
    await charging.holdToStop()
    await expect(summary.heading).toBeVisible()
    await network.expectEvents('stopped', 1)
    await network.expectEvents('initSession', 1)
  })

  test('the refresh token is refused: the terminal signs in again, and nobody sees it', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { board, connector } = guest
    const states = await watchLink(guest.page)
    await network.control.revokeRefreshTokens()
    await network.control.expireSessionTokens()
    await guest.choose('1')
    await network.expectEvents('initSession', 2)
    await expect(connector.start).toBeEnabled()
    await guest.back.click()
    await expect(board.tile('1').charge).toBeEnabled()
    expect(states).not.toContain('lost')
  })

  test('tokens that have run out on arrival are an error on screen, and no loop', async ({
    network,
    sim,
    terminal,
  }) => {
    await network.control.setFault('tokensExpiredOnArrival')
    const { page } = await terminal.launch(sim)
    await expect(page.getByText('gave a sign-in that had already run out')).toBeVisible()
    await expect(page.getByText('code sign-in-expired')).toBeVisible()
    for (let touch = 0; touch < 5; touch += 1) await page.mouse.click(4, 4)
    expect(await network.requests('initSession')).toBeLessThanOrEqual(2)
  })

  test('in an hour of such tokens the platform is asked a few times only, and then all is well', async ({
    arriveAtDemo,
  }) => {
    const { guest, network } = await arriveAtDemo()
    const told = guest.page.getByText('No connection since')
    await network.control.setFault('tokensExpiredOnArrival')
    await network.control.expireSessionTokens()
    await network.control.revokeRefreshTokens()
    await guest.touch()
    await expect(told).toBeVisible({ timeout: 20_000 })

    await network.control.requests(true)
    for (let quarter = 0; quarter < 4; quarter += 1) await network.control.advance(15 * 60_000)
    const asked = await network.requests('initSession')
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThanOrEqual(12)

    await network.control.clearFaults()
    await network.control.advance(15 * 60_000)
    await expect(told).toBeHidden()
    await expect(guest.board.tile('1').charge).toBeEnabled()
  })
})
