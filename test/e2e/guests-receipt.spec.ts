import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ClaimPage } from './pages/claim.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

test.describe('the receipt', () => {
  test('of a station that is not calibrated says so, and leads to the invoice', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { board, charging, summary, page } = guest
    await guest.start('1')
    await network.plugIn('1')
    await charging.holdToStop()
    await expect(summary.costs.getByRole('row', { name: /^Total/ })).toBeVisible()
    await expect(summary.costs).toContainText(/Tax 20\s?%/)
    await expect(page.getByRole('img', { name: 'Scan for your invoice' })).toBeVisible()
    await expect(summary.body).not.toContainText('not available')
    await expect(summary.body.getByRole('heading', { name: 'Please unplug' })).toBeVisible()
    await summary.done.click()
    await expect(board.tile('1').root).toContainText('Unplug, please')
    await expect(board.tile('1').root).not.toContainText('Free')
  })

  test('is printed, and once more by the stop code, though the terminal was restarted', async ({
    arrive,
    network,
    terminal: { dataDir },
  }) => {
    const { guest, terminal } = await arrive()
    const { charging, summary, page } = guest
    const receipts = path.join(dataDir, 'receipts')
    await guest.start('3')
    await network.plugIn('3', FAST_CAR)
    await expect(charging.stop).toBeVisible()
    const code = await page.getByText(/^\d{4}$/).innerText()
    await charging.holdToStop()
    await expect(page.getByRole('img', { name: /^Official meter data/ })).toBeVisible()

    await test.step('printed: a page', async () => {
      await page.getByRole('button', { name: 'Print' }).click()
      await expect(page.getByText('Your receipt is printed.')).toBeVisible()
      const [file = ''] = readdirSync(receipts)
      expect(readFileSync(path.join(receipts, file)).subarray(0, 5).toString()).toBe('%PDF-')
    })

    await summary.done.click()
    const again = await terminal.restart()
    const claim = new ClaimPage(again.page)
    await again.page.getByRole('button', { name: /^Receipt –/ }).click()
    await expect(claim.body).not.toContainText('kWh')
    await claim.enter(code)
    await again.page.getByRole('button', { name: 'Print' }).click()
    await expect(again.page.getByText('Your receipt is printed.')).toBeVisible()
    expect(readdirSync(receipts)).toHaveLength(2)
  })
  test('is found by whoever has unplugged first: two touches from the board, then the code', async ({
    arrive,
    network,
  }) => {
    const { guest, terminal } = await arrive()
    const { charging, page } = guest
    await guest.start('3')
    await network.plugIn('3', FAST_CAR)
    await expect(charging.stop).toBeVisible()
    const code = await page.getByText(/^\d{4}$/).innerText()
    await guest.back.click()
    await network.unplug('3')
    await expect(guest.board.tile('3').charge).toBeVisible()

    // The guest who comes back is nobody whom the terminal knows.
    await page.evaluate(() => window.terminal.invoke('guest.left', {}))
    const { page: later } = await terminal.restart()
    await later.getByRole('button', { name: 'I have a code' }).click()
    await later.getByRole('button', { name: 'Receipt – Plug 3' }).click()
    await new ClaimPage(later).enter(code)
    await expect(later.getByRole('button', { name: 'Print' })).toBeVisible()
  })
})
