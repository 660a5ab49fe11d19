import { keptBookings } from './support/ledger.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

test.describe('where the operator wants a booking', () => {
  test.use({ operator: { cards: 'booking' } })

  test('nothing starts without its number; with it the start keeps it in the ledger', async ({
    arrive,
    network,
    terminal: { dataDir },
  }) => {
    const { guest } = await arrive()
    const { connector, dialog, starting, charging, page } = guest
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const key = (name: string) => dialog.getByRole('button', { name, exact: true })
    await guest.choose('3')
    await expect(connector.body).toContainText('you need your room or booking number')

    await test.step('refused without: on the screen, and by the terminal itself', async () => {
      await expect(page.getByRole('contentinfo').getByRole('button')).toBeDisabled()
      const { id: connectorId } = await network.plug('3')
      const refusal = await page.evaluate(async (at) => {
        const { invoke } = window.terminal
        const offer = await invoke('charging.options', { connectorId: at })
        const optionId = (offer.ok && offer.value.options[0]?.id) || ''
        return invoke('charging.start', { connectorId: at, optionId, requestId: 'no-booking' })
      }, connectorId)
      expect(refusal).toMatchObject({ ok: false, error: { code: 'needs-booking' } })
      expect(keptBookings(dataDir)).toEqual([])
      await network.expectEvents('attemptRemoteStart', 0)
    })

    await test.step('typed on the terminal’s own keys', async () => {
      await button('Enter booking number').first().click()
      await expect(key('Use this number')).toBeDisabled()
      for (const name of '214B') await key(name).click()
      await key('Use this number').click()
      await expect(button('Booking number: 214B')).toBeVisible()
    })

    await connector.start.click()
    await expect(starting.plugIn).toBeVisible()
    await network.plugIn('3', FAST_CAR)
    await expect(charging.stop).toBeEnabled()
    expect(keptBookings(dataDir)).toEqual(['214B'])
    await network.expectEvents('attemptRemoteStart', 1)
  })
})

test.describe('where the operator turned stop codes off', () => {
  test.use({ operator: { stopCodes: false } })

  test('a charge shows none, and anybody who holds the button stops it', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { board, charging, summary, page } = guest
    await guest.start('3')
    await network.plugIn('3', FAST_CAR)
    await expect(charging.stop).toBeEnabled()
    await expect(page.getByText('Your stop code')).toBeHidden()
    await guest.back.click()
    await page.evaluate(() => window.terminal.invoke('guest.left', {}))

    await board.tile('3').mine.click()
    await charging.holdToStop()
    await expect(summary.heading).toBeVisible()
    await network.expectEvents('remoteStop', 1)
  })
})
