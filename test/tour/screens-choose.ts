import { expect, type Locator } from '@playwright/test'
import { ChoosingPage } from '#test/e2e/pages/choosing.ts'
import { LANDSCAPE, PORTRAIT, SMALL, type Stage } from './stage.ts'

const PLUG = '1'

/** A station with its pictures, in every size. */
export async function showStation({ guest, step }: Stage): Promise<void> {
  const { page } = guest
  const picture = page.getByRole('img', { name: /of this station$/ }).last()

  await step('a station, with its pictures', 'station', async () => {
    await guest.choose(PLUG)
    await page.getByRole('button', { name: 'More about this station' }).click()
    await expect.poll(() => picture.evaluate(isLoaded)).toBe(true)
    await expect(page.getByRole('img', { name: /^Usually busy/ })).toBeVisible()
  })
  await step('a station, landscape', 'station-landscape', () => page.setViewportSize(LANDSCAPE))
  await step('a station, 1024×600', 'station-1024x600', () => page.setViewportSize(SMALL))
  await page.setViewportSize(PORTRAIT)
  await guest.back.click()
  await guest.back.click()
}

function isLoaded(image: Element): boolean {
  return image instanceof HTMLImageElement && image.naturalWidth > 0
}

/** What there is to choose before a start. */
export async function showChoices({ guest, network, step }: Stage): Promise<void> {
  const { board, connector, page } = guest
  const choosing = new ChoosingPage(page)
  const show = async (part: Locator): Promise<void> => {
    await part.scrollIntoViewIfNeeded()
    await expect(part).toBeInViewport()
  }

  await step('a plug, with its price', 'connector', async () => {
    await guest.choose(PLUG)
    await expect(connector.body).toContainText(/Price as of \d\d:\d\d/)
  })
  await step('a package', 'connector-package', async () => {
    await choosing.choose(choosing.packages, /Two hours/)
    await show(choosing.packages)
  })
  await step('a target', 'connector-target', async () => {
    await guest.back.click()
    await guest.choose('3')
    await choosing.choose(choosing.targets, /^Energy$/)
    await show(choosing.targets)
  })
  await step('an amount that is held', 'connector-held-amount', async () => {
    await guest.back.click()
    await network.control.payByPhone(true)
    await board.tile(PLUG).charge.click()
    await choosing.choose(choosing.ways, /Pay by phone/)
    await choosing.choose(choosing.holds, /30/)
    await show(choosing.holds)
  })
  await guest.back.click()
}

/** Last at this plug: from now on it is kept for the payment. */
export async function showPaying({ guest, step }: Stage): Promise<void> {
  const { board, page } = guest
  const choosing = new ChoosingPage(page)
  await step('paying on the phone', 'paying', async () => {
    await board.tile(PLUG).charge.click()
    await choosing.choose(choosing.ways, /Pay by phone/)
    await choosing.choose(choosing.holds, /30/)
    await choosing.pay.click()
    await expect(page.getByRole('img', { name: 'Code to the payment page' })).toBeVisible()
  })
}
