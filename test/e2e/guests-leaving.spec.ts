import type { Page } from '@playwright/test'
import { ChoosingPage } from './pages/choosing.ts'
import { zoneWhereItIsNoon } from './support/noon.ts'
import { expect, test } from './support/story.ts'
import { Hand } from './support/touch.ts'

const SECOND_MS = 1000

const root = (page: Page) => page.locator('html')

test.describe('a guest who walks away', () => {
  test.use({ demoSite: 'depot' })

  test('takes language, filters and the ways to see and reach along', async ({ arrive }) => {
    const { guest } = await arrive()
    const { board, page } = guest
    await page.clock.install()
    await page.reload()
    const tiles = board.plugs.getByRole('button', { name: /^(Plug|Ladeplatz) / })
    await expect(tiles).toHaveCount(48)
    const pressed = page.getByRole('button', { pressed: true })

    await test.step('each way is two touches away, in words', async () => {
      await board.turn(/^Large text/)
      await expect(root(page)).toHaveAttribute('data-text', 'large')
      await board.turn(/^High contrast/)
      await expect(root(page)).toHaveAttribute('data-contrast', 'more')
      await board.turn(/^Everything in reach/)
      await expect(root(page)).toHaveAttribute('data-reach', 'low')
      await page.getByRole('button', { name: 'Free only' }).click()
      await expect(tiles).not.toHaveCount(48)
      await board.language('Deutsch').click()
      await expect(pressed).toHaveCount(2)
    })

    await tiles.first().click()
    // With large text everything takes twice as long.
    await page.clock.fastForward(121 * SECOND_MS)
    await expect(guest.dialog).toContainText('Sind Sie noch da?')
    await test.step('any touch continues', async () => {
      await guest.touch()
      await expect(guest.dialog).toBeHidden()
      await page.clock.fastForward(110 * SECOND_MS)
      await expect(guest.dialog).toBeHidden()
      await page.clock.fastForward(15 * SECOND_MS)
      await expect(guest.dialog).toBeVisible()
    })
    await page.clock.fastForward(41 * SECOND_MS)
    await expect(guest.dialog).toBeHidden()
    await test.step('the filter is gone, language and letters stay for another minute', async () => {
      await expect(pressed).toHaveCount(1)
      await expect(board.help).toHaveText('Hilfe')
      await expect(root(page)).toHaveAttribute('data-text', 'large')
      await page.clock.fastForward(122 * SECOND_MS)
      await expect(guest.dialog).toContainText('wird zurückgesetzt, was Sie hier gewählt haben')
      await page.clock.fastForward(40 * SECOND_MS)
    })
    await expect(board.help).toHaveText('Help')
    await expect(tiles).toHaveCount(48)
    await expect(root(page)).toHaveAttribute('data-text', 'normal')
    await expect(root(page)).toHaveAttribute('data-contrast', 'normal')
    await expect(root(page)).toHaveAttribute('data-reach', 'normal')
  })
})

test.describe('a resting screen', () => {
  test.use({ operator: { dimAfterMinutes: 2, nightLevel: 0.3 } })
  const HOUR_MS = 3_600_000

  test('is only woken by the first touch; every later one counts, however fast', async ({
    arrive,
  }) => {
    const { guest } = await arrive()
    const { board, connector, page } = guest
    await page.clock.install()
    await page.reload()
    const hand = await Hand.at(page)
    const veil = page.locator('.dim')
    const tile = board.tile('1').charge
    await expect(tile).toBeVisible()
    await expect(veil).toHaveCSS('opacity', '0')
    const rest = async () => {
      await page.clock.fastForward(121 * SECOND_MS)
      await expect(veil).not.toHaveCSS('opacity', '0')
    }

    await rest()
    await tile.click()
    await expect(veil).toHaveCSS('opacity', '0')
    await expect(connector.heading('1')).toBeHidden()
    await tile.click()
    await expect(connector.heading('1')).toBeVisible()
    await guest.back.click()

    await rest()
    await tile.dblclick()
    await expect(connector.heading('1')).toBeVisible()
    await guest.back.click()

    await rest()
    await hand.tap(board.help)
    await expect(veil).toHaveCSS('opacity', '0')
    await expect(guest.dialog).toBeHidden()
    await hand.tap(board.help)
    await expect(guest.dialog).toBeVisible()
  })

  test('is dimmed as the operator wants it, by day and at night, and never stands still', async ({
    arriveAtDemo,
  }) => {
    const { guest, network } = await arriveAtDemo({ timeZone: zoneWhereItIsNoon() })
    const { board, page } = guest
    await page.clock.install()
    await page.reload()
    await expect(board.tile('1').charge).toBeVisible()
    const veil = page.locator('.dim')

    await test.step('the dark goes by the hour at the site', async () => {
      await page.clock.fastForward(121 * SECOND_MS)
      await expect(veil).toHaveCSS('opacity', '0.4')
      await network.control.advance(11 * HOUR_MS)
      await expect(veil).toHaveCSS('opacity', '0.7')
    })

    await test.step('by some px each minute, so that nothing burns in', async () => {
      const places = new Set<string>()
      for (let minutes = 0; minutes < 8; minutes += 1) {
        await page.clock.fastForward(61 * SECOND_MS)
        const { x, y } = await placeOf(page)
        places.add(`${x} ${y}`)
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(4)
      }
      expect(places.size).toBeGreaterThanOrEqual(7)
    })

    await guest.touch()
    await expect(veil).toHaveCSS('opacity', '0')
  })
})

/** How far the board is from its place (px). */
function placeOf(page: Page): Promise<{ x: number; y: number }> {
  return page.locator('.board').evaluate((board) => {
    const { x, y } = board.getBoundingClientRect()
    return { x, y }
  })
}

test.describe('while a payment’s code is shown', () => {
  test('there are five minutes before the question', async ({ arrive, network }) => {
    await network.control.payByPhone(true)
    const { guest } = await arrive()
    const { board, page } = guest
    const choosing = new ChoosingPage(page)
    await page.clock.install()
    await page.reload()
    await board.tile('1').charge.click()
    await choosing.choose(choosing.ways, /Pay by phone/)
    await choosing.choose(choosing.holds, /30/)
    await choosing.pay.click()
    await expect(page.getByRole('img', { name: 'Code to the payment page' })).toBeVisible()
    await expect(page.getByText('this screen stays for 5 minutes')).toBeVisible()

    await page.clock.fastForward(280 * SECOND_MS)
    await expect(guest.dialog).toBeHidden()
    await page.clock.fastForward(25 * SECOND_MS)
    await expect(guest.dialog).toContainText('Are you still there?')
    await page.clock.fastForward(21 * SECOND_MS)
    await expect(board.tile('1').open).toBeVisible()
  })
})
