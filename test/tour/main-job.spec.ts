import { FAST_CAR } from '#test/e2e/support/network.ts'
import { charge } from './charge.ts'
import { expect, IS_SHOWN, test, type Stage } from './stage.ts'
import { showVariants } from './variants.ts'

const PLUG = '3'

test('the main job', async ({ stage }) => {
  await startAtPlug(stage)
  await chargeAndStop(stage)
  if (!IS_SHOWN) await showVariants(stage)
})

async function startAtPlug({ guest, network, step }: Stage): Promise<void> {
  const { board, connector, starting, charging } = guest

  await step('the board is live', 'board', async () => {
    await expect(board.plugs.getByRole('button').first()).toBeVisible()
    await board.show('light')
    await expect(board.tiles).toHaveCount(6)
    await expect(board.tile(PLUG).root).toContainText('€0.59')
    await expect(board.tile('4').root).toContainText('In use')
  })
  await step('help is at hand', 'help', async () => {
    await board.help.click()
    await expect(guest.dialog).toContainText('+43 662 1234560')
  })
  await step('the price comes before the start', 'connector', async () => {
    await guest.page.keyboard.press('Escape')
    await guest.choose(PLUG)
    await expect(connector.body).toContainText(/Price as of \d\d:\d\d/)
    await expect(connector.start).toBeEnabled()
  })
  await step('the request is on its way', 'starting', async () => {
    await connector.start.click()
    await expect(starting.now).toContainText('Checking the station')
    await network.expectEvents('attemptRemoteStart', 1)
  })
  await step('the station waits for the cable', 'plug-in', async () => {
    await expect(starting.plugIn).toBeVisible()
    await expect(starting.countdown).toHaveText(/^[45]:\d\d$/)
  })
  await step('cancelling says what it cannot take back', 'cancel', async () => {
    await starting.cancel.click()
    await expect(guest.dialog).toContainText('may still start')
  })
  await step('the cable is in: charging begins', 'charging-begun', async () => {
    await guest.page.keyboard.press('Escape')
    await network.plugIn(PLUG, FAST_CAR)
    await expect(charging.stop).toBeEnabled()
  })
}

async function chargeAndStop({ guest, network, step }: Stage): Promise<void> {
  const { board, charging, summary } = guest

  await step('energy, power, battery, time and cost', 'charging', async () => {
    await charge(charging, network.control)
    await expect(charging.battery).toBeVisible()
  })
  await step('the board shows whose charge it is', 'board-charging', async () => {
    await guest.back.click()
    await expect(board.tile(PLUG).mine).toBeVisible()
  })
  await step('a stop asks those who cannot hold', 'stop', async () => {
    await board.tile(PLUG).mine.click()
    await charging.stop.press('Enter')
    await expect(guest.dialog).toBeVisible()
  })
  await step('held: stopped, with what it cost', 'summary', async () => {
    await guest.page.keyboard.press('Escape')
    await expect(guest.dialog).toBeHidden()
    await charging.holdToStop()
    await expect(summary.costs.getByRole('row', { name: /^Total/ })).toBeVisible()
    await summary.openMeter()
    await expect(summary.value('Meter at end')).toHaveText(/kWh \(\d+\)$/)
    await network.expectEvents('remoteStop', 1)
  })
  await step('done: the plug asks to be unplugged', 'board-finishing', async () => {
    await summary.done.click()
    await expect(board.tile(PLUG).root).toContainText('Unplug, please')
  })
}
