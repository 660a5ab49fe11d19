import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ClaimPage } from './pages/claim.ts'
import { Guest } from './pages/guest.ts'
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

  test('is refused for a while after three wrong ones, over a restart too; the desk is the way out', async ({
    arrive,
    network,
  }) => {
    const { guest, terminal } = await arrive()
    const claim = new ClaimPage(guest.page)
    const code = await chargeAndLeave(guest, network)
    await guest.board.tile('3').mine.click()
    for (let wrong = 0; wrong < 3; wrong += 1) {
      await expect(claim.keys.getByRole('button', { name: '1' })).toBeEnabled()
      await claim.enter(code === '1111' ? '2222' : '1111')
    }
    await expectSlowedDown(claim)

    const again = new Guest(await terminal.restart())
    const claimAgain = new ClaimPage(again.page)
    await again.page.evaluate(() => window.terminal.invoke('guest.left', {}))
    await again.board.tile('3').mine.click()
    await claimAgain.enter(code)
    await expectSlowedDown(claimAgain)
    await expect(again.charging.stop).toBeHidden()
    await again.page.getByRole('button', { name: 'Ask the front desk' }).click()
    await expect(again.dialog).toContainText('tell them your plug and start time')
  })

  test('is taken again after its wait, which grows with every wrong one', async ({
    arriveAtDemo,
  }) => {
    const { guest, network } = await arriveAtDemo()
    const claim = new ClaimPage(guest.page)
    const code = await chargeAndLeave(guest, network)
    const oneKey = claim.keys.getByRole('button', { name: '1' })
    await guest.board.tile('3').mine.click()
    for (let wrong = 0; wrong < 4; wrong += 1) {
      await expect(oneKey).toBeEnabled()
      await claim.enter(code === '1111' ? '2222' : '1111')
      if (wrong === 2) {
        await expect(claim.body.getByText(/try again in 0:[0-3]\d/)).toBeVisible()
        await network.control.advance(31_000)
      }
    }
    await expect(claim.body.getByText(/try again in (1:00|0:[45]\d)/)).toBeVisible()
    await network.control.advance(61_000)
    await expect(oneKey).toBeEnabled()
    await claim.enter(code)
    await expect(guest.charging.stop).toBeEnabled()
  })
})

/** Nothing can be typed; when it can again is told, and who helps meanwhile. */
async function expectSlowedDown({ body, keys }: ClaimPage): Promise<void> {
  await expect(body.getByText(/ask the front desk\. You can try again in 0:\d\d/)).toBeVisible()
  await expect(keys.getByRole('button', { name: '1' })).toBeDisabled()
}
