import type { Guest } from './pages/guest.ts'
import { FAST_CAR, type Network } from './support/network.ts'
import { expect, test } from './support/story.ts'
import { Hand, middleOf, Pen, type Place } from './support/touch.ts'

/** Longer than any hold. */
const A_HOLD_AND_MORE_MS = 5_000

/** A guest's own charge, with the page's time in the story's hands. */
async function charge(guest: Guest, network: Network): Promise<void> {
  await guest.page.clock.install()
  await guest.page.reload()
  await guest.start('3')
  await network.plugIn('3', FAST_CAR)
  await expect(guest.charging.stop).toBeEnabled()
}

test.describe('holding to stop', () => {
  test('takes one finger that stays: everything else ends the hold, and says how', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { charging, page, summary } = guest
    await charge(guest, network)
    const hand = await Hand.at(page)
    const middle = await middleOf(charging.stop)
    const beside = { x: middle.x + 200, y: middle.y }
    const above = { x: middle.x, y: middle.y - 400 }

    /** Whatever is still down stays there for longer than a hold takes. */
    const stopsNothing = async (name: string, touches: () => Promise<void>) =>
      test.step(name, async () => {
        await touches()
        await expect(charging.stop).toBeVisible()
        await expect(charging.stop).toContainText('Keep one finger on the button')
        await page.clock.fastForward(A_HOLD_AND_MORE_MS)
        await hand.liftAll()
        await expect(charging.stop).toBeEnabled()
        await network.expectEvents('remoteStop', 0)
      })
    const hold = async (at: Place = middle) => {
      await hand.down(at)
      await expect(charging.holding).toBeVisible()
    }

    await stopsNothing('a finger that is lifted early', async () => {
      await hold()
      await hand.lift()
    })
    await stopsNothing('a finger that slides off', async () => {
      await hold()
      await hand.slide(above)
    })
    await stopsNothing('a finger that slides off and comes back', async () => {
      await hold()
      await hand.slide(above)
      await expect(charging.stop).toBeVisible()
      await hand.slide(middle)
    })
    await stopsNothing('a second finger on the button; the first is lifted', async () => {
      await hold()
      await hand.down(beside, 2)
      await hand.lift()
    })
    await stopsNothing('a second finger elsewhere, which is lifted again', async () => {
      await hold()
      await hand.down(above, 2)
      await hand.lift(2)
    })
    await stopsNothing('a second finger while the first rests elsewhere', async () => {
      await hand.down(above)
      await hand.down(middle, 2)
    })
    await stopsNothing('a palm', () => hand.palm(middle))
    await stopsNothing('a sleeve: several contacts at once', () =>
      hand.downAtOnce([middle, beside]),
    )
    await stopsNothing('a touch that the system takes away', async () => {
      await hold()
      await hand.cancel()
    })

    await test.step('a finger that trembles, and stays, stops once', async () => {
      await hold()
      await hand.slide({ x: middle.x + 12, y: middle.y - 9 })
      await hand.slide({ x: middle.x - 8, y: middle.y + 5 })
      await expect(charging.holding).toBeHidden()
      await hand.lift()
      await expect(summary.heading).toBeVisible()
      await network.expectEvents('remoteStop', 1)
    })
  })

  test('is a pen’s as well, and who cannot hold is asked', async ({ arrive, network }) => {
    const { guest } = await arrive()
    const { charging, dialog, page, summary } = guest
    await charge(guest, network)
    const pen = await Pen.at(page)
    const { x, y } = await middleOf(charging.stop)

    await test.step('a pen that slides off stops nothing', async () => {
      await expect(charging.cannotHold).toBeHidden()
      await pen.down(charging.stop)
      await expect(charging.holding).toBeVisible()
      await pen.slide({ x, y: y - 300 })
      await expect(charging.stop).toBeVisible()
      await page.clock.fastForward(A_HOLD_AND_MORE_MS)
      await pen.lift()
    })
    await test.step('the question may be answered with no', async () => {
      await charging.cannotHold.click()
      await expect(dialog).toBeVisible()
      await page.getByRole('button', { name: 'No, go on charging' }).click()
      await expect(dialog).toBeHidden()
      await network.expectEvents('remoteStop', 0)
    })
    await test.step('a key asks, too', async () => {
      await charging.stop.press('Space')
      await expect(charging.confirmStop).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    })
    await test.step('a pen that stays stops once', async () => {
      await pen.down(charging.stop)
      await charging.untilHeld()
      await pen.lift()
      await expect(summary.heading).toBeVisible()
      await network.expectEvents('remoteStop', 1)
    })
  })

  test('a finger that stays on presses nothing on the summary that comes under it', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { charging, page, summary } = guest
    await charge(guest, network)
    const hand = await Hand.at(page)

    await hand.down(charging.stop)
    await expect(summary.heading).toBeVisible()
    // It lies where the other button was.
    await expect(summary.done).toBeEnabled()
    await hand.lift()
    await hand.tap(summary.heading)
    await expect(summary.heading).toBeVisible()
    await hand.tap(summary.done)
    await expect(summary.heading).toBeHidden()
    await network.expectEvents('remoteStop', 1)
  })
})

test.describe('a touch that is no press', () => {
  test('two fingers at once press neither of what they are on', async ({ arrive }) => {
    const { guest } = await arrive()
    const { board, connector, dialog, page } = guest
    const hand = await Hand.at(page)
    const [first, third] = [board.tile('1').charge, board.tile('3').charge]

    await hand.downAtOnce([await middleOf(first), await middleOf(third)])
    await hand.liftAll()
    await hand.down(first)
    await hand.down(third, 2)
    await hand.lift(1)
    await hand.lift(2)
    // Whatever those did comes before what one finger does.
    await hand.tap(board.help)
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(first).toBeVisible()
    await expect(connector.start).toBeHidden()
  })

  test.describe('on a long board', () => {
    test.use({ demoSite: 'depot', size: { widthPx: 1024, heightPx: 600 } })

    test('a finger that scrolls opens nothing, and marks nothing any more', async ({ arrive }) => {
      const { guest } = await arrive()
      const { board, connector, page } = guest
      const hand = await Hand.at(page)
      const tile = board.plugs.getByRole('button', { name: /^Plug 2,/ })
      const scrolled = () => board.plugs.evaluate((list) => list.scrollTop)
      const { x, y } = await middleOf(tile)

      await hand.down(tile)
      await expect(tile).toHaveAttribute('data-pressed')
      await hand.slide({ x, y: y - 200 })
      await expect(page.locator('[data-pressed]')).toHaveCount(0)
      await hand.lift()
      await expect.poll(scrolled).toBeGreaterThan(0)
      await expect(connector.start).toBeHidden()

      // How far a slide carries is the browser's: a busy one drops some of its moves.
      await expect(async () => {
        await hand.down({ x, y })
        await hand.slide({ x, y: y + 300 })
        await hand.lift()
        expect(await scrolled()).toBe(0)
      }).toPass()
      await hand.tap(tile)
      await expect(connector.heading('2')).toBeVisible()
    })
  })
})
