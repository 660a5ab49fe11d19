import { ChoosingPage } from './pages/choosing.ts'
import { scan } from './support/reader.ts'
import { expect, test } from './support/story.ts'

const MINUTE_MS = 60_000
/** Nobody's card: stations refuse it. */
const STRANGE_TAG = 'DEADBEEF0042'

test.describe('a guest’s own card', () => {
  test('starts; its charge is a state and a time; it stops it, and its number is nowhere', async ({
    arriveAtDemo,
  }) => {
    const { guest, network, terminal } = await arriveAtDemo()
    const { board, connector, starting, charging, page } = guest
    const { roamingTag } = await network.control.overview()
    const notice = page
      .getByRole('status')
      .filter({ hasText: 'No charge here belongs to this card.' })

    await test.step('on the board a card means nothing yet', async () => {
      await scan(page, roamingTag)
      await expect(notice).toBeVisible()
      await expect(notice).toContainText('first touch your plug')
      await network.expectEvents('remoteStart', 0)
    })

    await test.step('at a plug it starts there', async () => {
      await board.tile('1').charge.click()
      await expect(notice).toBeHidden()
      await expect(new ChoosingPage(page).ownCard).toBeVisible()
      await scan(page, roamingTag)
      await expect(starting.plugIn).toBeVisible()
      await network.plugIn('1')
    })

    await test.step('only state and time are told, and why', async () => {
      await expect(page.getByRole('heading', { name: 'Charging with your card' })).toBeVisible()
      await expect(connector.body).toContainText('We cannot see them here.')
      await expect(connector.body).toContainText(/State\s*In use/)
      await expect(connector.body).toContainText(/Time\s*\d+\smin/)
      await expect(connector.body).not.toContainText(/kWh|EUR|€/)
    })

    await test.step('nobody else comes to it: not by touch, not by another card', async () => {
      await guest.back.click()
      await page.evaluate(() => window.terminal.invoke('guest.left', {}))
      await expect(board.tile('1').root).toContainText('In use')
      await expect(board.tile('1').root).toContainText('Yours? Hold your card to the reader.')
      await expect(board.tile('1').actions).toHaveCount(0)
      await scan(page, STRANGE_TAG)
      await expect(notice).toBeVisible()
    })

    await test.step('the same card leads to it and stops it', async () => {
      await scan(page, roamingTag)
      await expect(notice).toBeHidden()
      await charging.holdToStop()
      await network.expectEvents('remoteStop', 1)
      await network.expectEvents('stopped', 1)
      await network.expectAsked('remoteStart')
    })

    await expect(board.tile('1').root).toContainText('Unplug, please')
    await test.step('the number of the card is nowhere', async () => {
      const model = await page.evaluate(() => window.terminal.invoke('live.model', {}))
      expect(JSON.stringify(model)).not.toContain(roamingTag)
      expect(await page.content()).not.toContain(roamingTag)
      expect(terminal.process.lines.join('\n')).not.toContain(roamingTag)
    })
  })

  test('is refused: told, and the plug stays free', async ({ arriveAtDemo }) => {
    const { guest, network } = await arriveAtDemo()
    await guest.board.tile('1').charge.click()
    await expect(new ChoosingPage(guest.page).ownCard).toBeVisible()
    await scan(guest.page, STRANGE_TAG)
    await expect(guest.starting.now).toContainText('This card cannot charge here.')
    expect(await guest.page.content()).not.toContain(STRANGE_TAG)
    await network.expectEvents('started', 0)
  })

  test('expires without a plug, and a person who types is no card', async ({ arriveAtDemo }) => {
    const { guest, network } = await arriveAtDemo()
    const { board, starting, page } = guest
    const { roamingTag } = await network.control.overview()

    await board.tile('1').charge.click()
    await expect(new ChoosingPage(page).ownCard).toBeVisible()
    await page.keyboard.type(roamingTag, { delay: 60 })
    await network.expectEvents('remoteStart', 0)

    await scan(page, roamingTag)
    await expect(starting.countdown).toHaveText(/^(?:10:00|9:\d\d)$/)
    await network.control.advance(10.5 * MINUTE_MS)
    await expect(starting.now).toContainText('The cable was not plugged in in time')
    await network.expectEvents('remoteStart', 1)
  })
})
