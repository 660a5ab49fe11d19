import { expect } from '@playwright/test'
import { LANDSCAPE, PORTRAIT, SMALL, type Stage } from './stage.ts'

/** The board in every size, light and way to see and reach it. */
export async function showBoardScreens({ guest, step }: Stage): Promise<void> {
  const { board, page } = guest
  const resize = async (size: typeof PORTRAIT): Promise<void> => {
    await page.setViewportSize(size)
    await expect(board.tile('1').root).toBeInViewport()
  }
  /** Turned on for its picture, and off after it. */
  const way = async (name: string, picture: string): Promise<void> => {
    await step(name, picture, () => board.turn(name))
    await board.turn(name)
  }

  await step('the board', 'board-portrait-light', async () => {
    await expect(board.tile('1').charge).toBeVisible()
    await board.show('light')
    await expect(board.tile('3').root).toContainText('€0.59')
  })
  await step('the board, dark', 'board-portrait-dark', () => board.show('dark'))
  await step('the board, landscape, dark', 'board-landscape-dark', () => resize(LANDSCAPE))
  await step('the board, landscape', 'board-landscape-light', () => board.show('light'))
  await step('the board, 1024×600', 'board-1024x600', () => resize(SMALL))
  await resize(PORTRAIT)
  await way('High contrast', 'board-high-contrast')
  await way('Large text', 'board-large-text')
  await way('Everything in reach at the bottom', 'board-low-reach')
}

/** What lies over the board. */
export async function showOverlays({ guest, step }: Stage): Promise<void> {
  const { board, page, dialog } = guest
  await step('help', 'help', async () => {
    await board.help.click()
    await expect(dialog).toContainText('+43 662 1234560')
  })
  await page.keyboard.press('Escape')
  await step('language and display', 'languages', async () => {
    await board.openLook()
    await expect(dialog.getByRole('button', { name: 'Magyar' })).toBeVisible()
  })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}
