import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ClaimPage } from './pages/claim.ts'
import type { Guest } from './pages/guest.ts'
import { FAST_CAR, type Network } from './support/network.ts'
import { expect, test } from './support/story.ts'

/** Starts at plug 3, notes the code, and walks away. */
async function chargeAndLeave(guest: Guest, network: Network): Promise<string> {
  await guest.start('3')
  await network.plugIn('3', FAST_CAR)
  await expect(guest.charging.stop).toBeVisible()
  const code = await guest.page.getByText(/^\d{4}$/).innerText()
  await guest.back.click()
  await guest.page.evaluate(() => window.terminal.invoke('guest.left', {}))
  return code
}

test.describe('the stop code', () => {
  test('opens a charge to its guest alone, who stops it and prints the receipt', async ({
    arrive,
    network,
    terminal,
  }) => {
    const { guest } = await arrive()
    const claim = new ClaimPage(guest.page)
    const code = await chargeAndLeave(guest, network)

    await guest.board.tile('3').mine.click()
    await expect(claim.keys).toBeVisible()
    await expect(guest.charging.stop).toBeHidden()
    await claim.enter(code === '0000' ? '0001' : '0000')
    await expect(claim.body.getByText(/desk/).first()).toBeVisible()

    await claim.enter(code)
    await guest.charging.holdToStop()
    await expect(guest.summary.heading).toBeVisible()
    await guest.page.getByRole('button', { name: 'Print' }).click()
    await expect(guest.page.getByText('Your receipt is printed.')).toBeVisible()
    const files = readdirSync(path.join(terminal.dataDir, 'receipts'))
    expect(files).toEqual([expect.stringMatching(/^receipt-.*\.pdf$/)])
  })

  test('is refused for a while after three wrong ones', async ({ arrive, network }) => {
    const { guest } = await arrive()
    const claim = new ClaimPage(guest.page)
    const code = await chargeAndLeave(guest, network)
    await guest.board.tile('3').mine.click()
    for (let wrong = 0; wrong < 3; wrong += 1) {
      await expect(claim.keys.getByRole('button', { name: '1' })).toBeEnabled()
      await claim.enter(code === '1111' ? '2222' : '1111')
    }
    await expect(claim.body.getByText(/try again in 0:\d\d/).first()).toBeVisible()
    await expect(claim.keys.getByRole('button', { name: '1' })).toBeDisabled()
  })
})
