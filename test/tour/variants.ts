import { expect } from '@playwright/test'
import { FAST_CAR } from '#test/e2e/support/network.ts'
import { charge } from './charge.ts'
import { LANDSCAPE, PORTRAIT, SMALL, type Stage } from './stage.ts'

const PLUG = '3'

/** What goes wrong, and the same screens in other sizes, light and languages. */
export async function showVariants(stage: Stage): Promise<void> {
  await showTrouble(stage)
  await startAnother(stage)
  await showCharging(stage)
  await showBoard(stage)
}

async function showTrouble({ guest, network, step }: Stage): Promise<void> {
  const { board, connector, starting } = guest

  await step('a refused start, in plain words', 'refused', async () => {
    await network.unplug(PLUG)
    await network.control.setFault('rejectStart', { times: 1, reason: 'Cable lock is jammed.' })
    await expect(board.tile(PLUG).charge).toBeVisible()
    await guest.choose(PLUG)
    await connector.start.click()
    await expect(starting.now).toContainText('“Cable lock is jammed”.')
    await expect(starting.tryAgain).toBeVisible()
  })
  await step('no connection: everything bears its age', 'lost', async () => {
    await starting.otherPlug.click()
    await network.control.setFault('cut')
    await expect(guest.lost).toBeVisible()
    await expect(board.tile(PLUG).root).toContainText(/as of \d\d:\d\d/)
  })
  await step('a touch, and it is back', 'back', async () => {
    await network.control.clearFaults()
    await guest.touch()
    await expect(guest.lost).toBeHidden()
    await expect(board.tile(PLUG).charge).toBeEnabled()
  })
}

async function startAnother({ guest, network }: Stage): Promise<void> {
  const { charging } = guest
  await guest.start(PLUG)
  await network.plugIn(PLUG, FAST_CAR)
  await expect(charging.stop).toBeEnabled()
  await charge(charging, network.control)
}

async function showCharging({ guest, step }: Stage): Promise<void> {
  const { board, charging, page } = guest
  const resize = async (size: typeof PORTRAIT): Promise<void> => {
    await page.setViewportSize(size)
    await expect(charging.stop).toBeInViewport({ ratio: 1 })
    await expect(charging.energy).toBeVisible()
  }

  await step('charging, landscape', 'charging-landscape', () => resize(LANDSCAPE))
  await step('charging, 1024×600', 'charging-small', () => resize(SMALL))
  await step('charging, dark and German', 'charging-dark-german', async () => {
    await page.setViewportSize(PORTRAIT)
    await guest.back.click()
    await board.language('Deutsch').click()
    await board.show('dark')
    await board.tile(PLUG).mine.click()
    await expect(charging.body).toContainText('Stoppen')
  })
}

async function showBoard({ guest, step }: Stage): Promise<void> {
  const { board, page } = guest
  const resize = async (size: typeof PORTRAIT): Promise<void> => {
    await page.setViewportSize(size)
    await expect(board.tile('1').root).toBeInViewport()
  }

  await step('the board, dark and German', 'board-dark-german', async () => {
    await guest.back.click()
    await expect(board.tile('1').root).toContainText('Frei')
  })
  await step('the board, light and German', 'board-german', () => board.show('light'))
  await step('the board, landscape', 'board-landscape', async () => {
    await board.language('English').click()
    await resize(LANDSCAPE)
  })
  await step('the board, 1024×600', 'board-small', () => resize(SMALL))
  await step('high contrast', 'board-contrast', async () => {
    await resize(PORTRAIT)
    await board.turn('High contrast')
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more')
  })
}
