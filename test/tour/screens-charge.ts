import { expect } from '@playwright/test'
import { ClaimPage } from '#test/e2e/pages/claim.ts'
import { FAST_CAR } from '#test/e2e/support/network.ts'
import { scan } from '#test/e2e/support/reader.ts'
import { charge } from './charge.ts'
import type { Stage } from './stage.ts'

const PLUG = '3'
/** Cleared by hand, for a guest's own card. */
const OTHER_PLUG = '5'

/** From a start to the receipt, with what may go wrong. */
export async function showChargeScreens(stage: Stage): Promise<void> {
  await showOwnCard(stage)
  await showStarting(stage)
  const code = await showCharging(stage)
  await showEnd(stage, code)
}

async function showOwnCard({ guest, network, step }: Stage): Promise<void> {
  const { board, starting, page } = guest
  const { roamingTag } = await network.control.overview()
  await network.unplug(OTHER_PLUG)
  await expect(board.tile(OTHER_PLUG).charge).toBeVisible()
  await board.tile(OTHER_PLUG).charge.click()
  await scan(page, roamingTag)
  await expect(starting.plugIn).toBeVisible()
  await step('charging with one’s own card', 'charging-own-card', async () => {
    await network.plugIn(OTHER_PLUG)
    await expect(page.getByRole('heading', { name: 'Charging with your card' })).toBeVisible()
  })
  await guest.back.click()
}

async function showStarting({ guest, network, step }: Stage): Promise<void> {
  const { connector, starting } = guest
  await step('a start that is refused', 'start-refused', async () => {
    await network.control.setFault('rejectStart', { times: 1, reason: 'Cable lock is jammed.' })
    await guest.choose(PLUG)
    await connector.start.click()
    await expect(starting.tryAgain).toBeVisible()
  })
  await step('the request is on its way', 'starting', async () => {
    await starting.tryAgain.click()
    await connector.chooseCard()
    await connector.start.click()
    await expect(starting.now).toContainText('Checking the station')
  })
  await step('the station waits for the cable', 'starting-plug-in', async () => {
    await expect(starting.plugIn).toBeVisible()
  })
  await step('before cancelling', 'starting-cancel', async () => {
    await starting.cancel.click()
    await expect(guest.dialog).toContainText('may still start')
  })
  await guest.page.keyboard.press('Escape')
}

/** Returns the stop code. */
async function showCharging({ guest, network, step }: Stage): Promise<string> {
  const { board, charging, page } = guest
  await step('charging', 'charging', async () => {
    await network.plugIn(PLUG, FAST_CAR)
    await expect(charging.stop).toBeEnabled()
    await charge(charging, network.control)
    await expect(charging.battery).toBeVisible()
  })
  const code = await page.getByText(/^\d{4}$/).innerText()
  await step('before stopping', 'charging-stop', async () => {
    await charging.stop.press('Enter')
    await expect(guest.dialog).toBeVisible()
  })
  await page.keyboard.press('Escape')
  await step('without connection', 'charging-connection-lost', async () => {
    await network.control.setFault('cut')
    await expect(charging.notice).toContainText('You can try to stop all the same')
  })
  await step('the board without connection', 'board-connection-lost', async () => {
    await guest.back.click()
    await expect(guest.lost).toBeVisible()
  })
  await network.control.clearFaults()
  await guest.touch()
  await expect(guest.lost).toBeHidden()
  await step('the board with a charge of one’s own', 'board-charging', async () => {
    await expect(board.tile(PLUG).mine).toBeVisible()
  })
  return code
}

async function showEnd({ guest, step }: Stage, code: string): Promise<void> {
  const { board, charging, summary, page } = guest
  const claim = new ClaimPage(page)
  const leave = (): Promise<unknown> =>
    page.evaluate(() => window.terminal.invoke('guest.left', {}))

  await step('whose charge is it?', 'claim', async () => {
    await leave()
    await board.tile(PLUG).mine.click()
    await expect(claim.keys).toBeVisible()
  })
  await step('what it cost', 'summary', async () => {
    await claim.enter(code)
    await charging.holdToStop()
    await expect(summary.costs.getByRole('row', { name: /^Total/ })).toBeVisible()
    await expect(page.getByRole('img', { name: 'Scan for your invoice' })).toBeVisible()
  })
  await step('the plug asks to be unplugged', 'board-finishing', async () => {
    await summary.done.click()
    await expect(board.tile(PLUG).root).toContainText('Unplug, please')
  })
  await step('the receipt once more: its code', 'receipt-again-code', async () => {
    await leave()
    await board.tile(PLUG).receipt.click()
    await expect(claim.keys).toBeVisible()
  })
  await step('the receipt once more', 'receipt-again', async () => {
    await claim.enter(code)
    await expect(summary.heading).toBeVisible()
  })
  await summary.done.click()
}
