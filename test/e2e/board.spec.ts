import { expect, test } from './support/story.ts'

test.describe('the board', () => {
  test('shows what is free first, then the others: state in words, kW, price, and what is ours', async ({
    arrive,
  }) => {
    const { guest } = await arrive()
    const { board } = guest

    await expect(board.header).toContainText('Hotel Mozart')
    await expect(board.header).toContainText('2 of 6 plugs free')
    await expect(board.tiles.getByRole('heading')).toHaveText([/1/, /3/, /2/, /4/, /5/, /6/])

    await expect(board.tile('1').root).toContainText('Type 2')
    await expect(board.tile('1').root).toContainText('22 kW')
    await expect(board.tile('1').root).toContainText('Free')
    await expect(board.tile('1').root).toContainText('€0.35 per\u00a0kWh')
    await expect(board.tile('3').root).toContainText('€0.59 per\u00a0kWh')
    await expect(board.tile('3').root).toContainText('€0.10 per\u00a0minute after\u00a01\u00a0hour')
    await expect(board.tile('1').charge).toBeEnabled()

    await expect(board.tile('2').root).toContainText('Charging')
    await expect(board.tile('2').root).toContainText(/\d+\.\d\skWh/)
    await expect(board.tile('2').root).toContainText(/\d+\smin/)
    await expect(board.tile('2').mine).toBeEnabled()

    await expect(board.tile('5').root).toContainText('Unplug, please')
    await expect(board.tile('6').root).toContainText('Out of order')
    await expect(board.tile('6').actions).toHaveCount(0)
  })

  test('a plug that is occupied by somebody else looks like it, and offers nothing', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { board } = guest
    const { id } = await network.plug('1')

    await network.control.occupy(id)
    await guest.touch()
    await expect(board.tile('1').root).toContainText('In use')
    await expect(board.tile('1').root).toContainText('Another driver is charging here.')
    await expect(board.tile('1').actions).toHaveCount(0)
    await expect(board.tile('1').root).not.toContainText(/kWh/)
    await expect(board.header).toContainText('1 of 6 plugs free')

    await network.control.vacate(id)
    await expect(board.tile('1').root).toContainText('Free')
  })

  test('every state of a station has its own word', async ({ arriveAtDemo }) => {
    const { guest, network } = await arriveAtDemo({ demoSpeed: 10 })
    const { id } = await network.plug('1')
    const tile = guest.board.tile('1')
    const said = [
      ['Preparing', 'Plugged in', 1],
      ['Reserved', 'Reserved', 0],
      ['Unavailable', 'Not available', 0],
      ['Faulted', 'Out of order', 0],
      ['SuspendedEV', 'In use', 0],
      ['Finishing', 'Unplug, please', 0],
      ['Available', 'Free', 1],
    ] as const

    for (const [ocpp, words, actions] of said) {
      await network.control.setOcppStatus(id, ocpp)
      await expect(tile.root, ocpp).toContainText(words)
      await expect(tile.actions, ocpp).toHaveCount(actions)
    }
  })

  test('a guest changes language, light and contrast, and finds help', async ({ arrive }) => {
    const { guest } = await arrive()
    const { board, page } = guest
    const html = page.locator('html')

    await board.language('Deutsch').click()
    await expect(board.tile('1').root).toContainText('Frei')
    await expect(board.header).toContainText('2 von 6 Ladeplätzen frei')
    await expect(html).toHaveAttribute('lang', 'de')
    await expect(board.language('Deutsch')).toHaveAttribute('aria-pressed', 'true')
    await board.language('English').click()
    await expect(board.tile('1').root).toContainText('Free')

    await board.show('dark')
    await expect(html).toHaveAttribute('data-theme', 'dark')
    await board.show('light')
    await expect(html).toHaveAttribute('data-theme', 'light')
    await board.turn('High contrast')
    await expect(html).toHaveAttribute('data-contrast', 'more')

    await board.help.click()
    await expect(guest.dialog).toContainText('Call the operator of this station')
    await expect(guest.dialog).toContainText('+43 662 1234560')
    await page.keyboard.press('Escape')
    await expect(guest.dialog).toBeHidden()
  })

  test('a guest who has walked away is asked, and everything of theirs is put back', async ({
    arrive,
  }) => {
    const { guest } = await arrive()
    const { board, page } = guest
    await page.clock.install()
    await page.reload()
    await board.language('Deutsch').click()
    await guest.choose('1')

    await page.clock.runFor(61_000)
    await expect(guest.dialog).toContainText('Sind Sie noch da?')
    await page.getByRole('button', { name: 'Ich bin noch da' }).press('Enter')
    await expect(guest.dialog).toBeHidden()

    await page.clock.runFor(81_000)
    await expect(board.tile('1').root).toContainText('Frei')
    await page.clock.runFor(81_000)
    await expect(board.tile('1').root).toContainText('Free')
  })

  test.describe('of a depot', () => {
    test.use({ demoSite: 'depot', size: { widthPx: 1920, heightPx: 1080 } })

    test('48 plugs are all there, by stations, and each can be opened', async ({ arrive }) => {
      const { guest } = await arrive()
      const { board, connector } = guest

      await expect(board.plugs.getByRole('button')).toHaveCount(48)
      const free = board.plugs.getByRole('button', { name: /Free/ }).first()
      await free.click()
      await expect(connector.start).toBeVisible()
    })
  })
})
