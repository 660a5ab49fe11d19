import { showBoardScreens, showOverlays } from './screens-board.ts'
import { showChargeScreens } from './screens-charge.ts'
import { showChoices, showPaying, showStation } from './screens-choose.ts'
import { expect, test, type Stage } from './stage.ts'

const SECOND_MS = 1000

test('the guests’ screens', async ({ stage }) => {
  await showBoardScreens(stage)
  await showOverlays(stage)
  await showStation(stage)
  await showChoices(stage)
  await showChargeScreens(stage)
  await showPaying(stage)
  await showNoPlugs(stage)
})

test.describe('at a site with two hundred plugs', () => {
  test.use({ demoSite: 'garage' })
  test('one is found, and free of charge', ({ stage }) => showFree(stage))
})

test.describe('at a site with booking numbers', () => {
  test.use({ operator: { cards: 'booking', dimAfterMinutes: 2 } })
  test('what time brings: the question, and the dimmed board', ({ stage }) => showRest(stage))
})

async function showNoPlugs({ guest, network, step }: Stage): Promise<void> {
  await step('what keeps the terminal from working', 'trouble', async () => {
    await guest.back.click()
    await network.control.emptySite(true)
    await network.control.advance(11 * 60 * SECOND_MS)
    await guest.touch()
    await expect(guest.page.getByRole('heading', { name: 'No plugs to show here' })).toBeVisible()
  })
}

async function showFree({ guest, step }: Stage): Promise<void> {
  const { board, connector, page } = guest
  const first = board.plugs.getByRole('button', { name: /^Plug 1,/ })

  await step('two hundred plugs', 'board-200', async () => {
    await expect(first).toBeAttached()
    await board.show('light')
  })
  await step('finding one by its number', 'find', async () => {
    await page.getByRole('button', { name: 'Find a plug' }).click()
    for (const key of '20') await page.getByRole('button', { name: key, exact: true }).click()
    await expect(page.getByRole('button', { name: /^Plug 200,/ })).toBeVisible()
  })
  await step('a plug that is free of charge', 'connector-free', async () => {
    await page.getByRole('button', { name: /^Plug 200,/ }).click()
    await expect(connector.body).toContainText('There is nothing to pay here.')
  })
}

async function showRest({ guest, step }: Stage): Promise<void> {
  const { board, page, dialog } = guest
  await expect(board.tile('1').charge).toBeVisible()
  await board.show('light')
  await step('a booking number is asked for', 'booking', async () => {
    await guest.choose('1')
    await page.getByRole('button', { name: 'Enter booking number' }).click()
    await expect(dialog).toBeVisible()
  })
  await step('"still there?"', 'idle-question', async () => {
    await page.keyboard.press('Escape')
    await page.clock.install()
    await page.reload()
    await board.show('light')
    await board.tile('1').charge.click()
    await page.clock.fastForward(61 * SECOND_MS)
    await expect(dialog).toContainText('Are you still there?')
  })
  await step('nobody there: dimmed', 'board-dimmed', async () => {
    await page.clock.fastForward(21 * SECOND_MS)
    await expect(board.tile('1').charge).toBeVisible()
    await board.show('light')
    await page.clock.fastForward(121 * SECOND_MS)
    await expect(page.locator('.dim')).not.toHaveCSS('opacity', '0')
  })
}
