import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { SHADES } from './support/modes.ts'
import { expect, test } from './support/story.ts'

/** A page of this many elements is laid out and drawn within a frame. */
const MOST_ELEMENTS = 2000

test.describe('a board of a thousand plugs', () => {
  test.use({ demoSite: 'campus' })

  test('has few of them on the page, and each within a frame of scrolling to it', async ({
    arrive,
  }) => {
    const { guest } = await arrive()
    const { board, page } = guest
    await board.expectListed(1000)
    await expect(board.header).toContainText(/of 1,?000 plugs free/)
    await test.step('at the end', async () => {
      expect(await atNextFrame(page)).toMatch(/^Plug 1000,.*(Free of charge|Free|In use|Charging)/)
      await expect(board.tiles.last()).toHaveAttribute('aria-posinset', '1000')
    })
    await test.step('and in the middle', async () => {
      await board.plugs.evaluate((list) => {
        list.scrollTo(0, list.scrollHeight / 2)
      })
      await expect(board.tiles.first()).not.toHaveAttribute('aria-posinset', '1')
      expect(await page.locator('*').count()).toBeLessThanOrEqual(MOST_ELEMENTS)
    })
    await expectAccessible(page, 'a board of 1,000', SHADES)
  })

  test('is found through by filters, by number and by the keys', async ({ arrive }) => {
    const { guest } = await arrive()
    const { board, page } = guest
    const plug = (number: number) =>
      page.getByRole('button', { name: new RegExp(`^Plug ${String(number)},`) })

    await test.step('the keys lead everywhere', async () => {
      await plug(1).focus()
      await page.keyboard.press('ArrowRight')
      await expect(plug(2)).toBeFocused()
      await page.keyboard.press('End')
      await expect(plug(1000)).toBeFocused()
      await expect(plug(1000)).toBeInViewport()
      await page.keyboard.press('ArrowUp')
      await expect(plug(1000)).not.toBeFocused()
      await page.keyboard.press('Home')
      await expect(plug(1)).toBeFocused()
    })
    await test.step('what has the focus keeps it when it is scrolled out of view', async () => {
      await board.plugs.evaluate((list) => {
        list.scrollTo(0, list.scrollHeight)
      })
      await expect(plug(1000)).toBeInViewport()
      await expect(plug(1)).toBeFocused()
      await page.keyboard.press('Tab')
      await expect(plug(2)).toBeFocused()
    })
    await test.step('filters', async () => {
      await board.filter('CHAdeMO')
      await board.expectListed(20)
      await expect(board.tiles).toHaveCount(20)
      await board.filter('CHAdeMO')
      await board.expectListed(1000)
    })
    await test.step('a number', async () => {
      await page.getByRole('button', { name: 'Find a plug' }).click()
      // Keys that come before the screen is there go nowhere, as at any screen.
      await expect(page.getByRole('heading', { name: 'Find a plug' })).toBeVisible()
      await page.keyboard.type('777', { delay: 60 })
      await plug(777).click()
      await expect(guest.connector.heading('777')).toBeVisible()
    })
  })
})

/** Scrolls to the end and tells what the last tile says in the frame after. */
function atNextFrame(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const list = document.querySelector('main')
    list?.scrollTo(0, list.scrollHeight)
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
    await frame()
    await frame()
    const tiles = [...document.querySelectorAll('[aria-posinset="1000"] button')]
    return tiles.map(({ textContent }) => textContent).join()
  })
}
