import type { SimulatorControl } from '#simulator/index.ts'
import type { ChargingPage } from './pages/charging.ts'
import { Desk, MANAGER_PIN } from './pages/desk.ts'
import { SetupPage } from './pages/setup.ts'
import { PLAIN } from './support/modes.ts'
import { FAST_CAR, type Network } from './support/network.ts'
import { zoneWhereItIsNoon } from './support/noon.ts'
import { expectPictures, skipOtherChromium, type Live, type Look } from './support/pictures.ts'
import { openLook } from './support/speak.ts'
import { expect, test } from './support/story.ts'

/** A guest's screen: each of the ways to see and reach it once, and each shape of panel. */
const GUEST: readonly Look[] = [
  { width: 1080, height: 1920, mode: PLAIN },
  { width: 1280, height: 800, mode: { ...PLAIN, theme: 'dark' } },
  { width: 1024, height: 600, mode: { ...PLAIN, text: 'large' } },
  { width: 800, height: 480, mode: { ...PLAIN, reach: 'low' } },
]
const MANY: readonly Look[] = [
  { width: 1080, height: 1920, mode: { ...PLAIN, contrast: 'more' } },
  { width: 1024, height: 600, mode: PLAIN },
]
const DESK: readonly Look[] = [
  { width: 1366, height: 768, mode: PLAIN },
  { width: 1366, height: 768, mode: { ...PLAIN, theme: 'dark' } },
]
/** Codes and charts, which are other ones each time. */
const CODES = { blank: 'main [role=img]:not(.ring)' }
/** What another car takes meanwhile. */
const BOARD = { zeroed: '.tile .facts, .tile .age' }
/** While a start or a charge runs, its figures are, too. */
const LIVE = { ...CODES, zeroed: 'main, header p, footer p, [role=alertdialog]' }
const MINUTE_MS = 60_000
const CHARGED_MINUTES = 6

test('screens of a guest look as they did', async ({ arriveAtDemo }) => {
  const { guest, network } = await arriveAtDemo({ timeZone: zoneWhereItIsNoon() })
  const { page, board, connector, starting, charging, summary, dialog } = guest
  const { control } = network
  skipOtherChromium(page)
  const look = (name: string, live: Live): Promise<void> =>
    standingStill(control, () => expectPictures(page, name, GUEST, live))

  await expect(board.tile('1').charge).toBeVisible()
  await look('board', BOARD)
  await board.help.click()
  await dialog.waitFor()
  await look('help', BOARD)
  await page.keyboard.press('Escape')
  await openLook(page, 'en')
  await look('language-and-display', BOARD)
  await page.keyboard.press('Escape')
  await guest.choose('3')
  await expect(connector.start).toBeEnabled()
  await look('connector', CODES)
  await connector.start.click()
  await starting.plugIn.waitFor()
  await look('plug-in', LIVE)
  await network.plugIn('3', FAST_CAR)
  await expect(charging.stop).toBeEnabled()
  await chargeOn(network, charging)
  await expect(page.getByText(/80.?% at about \d\d:\d\d/)).toBeVisible()
  await look('charging', LIVE)
  await charging.stop.press('Enter')
  await dialog.waitFor()
  await look('stop-question', LIVE)
  await charging.confirmStop.click()
  await expect(summary.costs.getByRole('row', { name: /^Total/ })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Scan for your invoice' })).toBeVisible()
  await look('summary', LIVE)
})

test.describe('of a depot', () => {
  test.use({ demoSite: 'depot' })

  test('screens of many plugs look as they did', async ({ arriveAtDemo }) => {
    const { guest, network } = await arriveAtDemo({ timeZone: zoneWhereItIsNoon() })
    const { page } = guest
    skipOtherChromium(page)
    await page.locator('.dense').first().waitFor()
    await standingStill(network.control, async () => {
      await expectPictures(page, 'board-48', MANY)
      await page.getByRole('button', { name: 'Find a plug' }).click()
      await guest.back.waitFor()
      await expectPictures(page, 'find', MANY)
    })
  })
})

test.describe('at the desk', () => {
  test.use({ size: { widthPx: 1366, heightPx: 768 } })

  test('its first screen and that of set-up look as they did', async ({ arriveAtDemo }) => {
    const { terminal, network } = await arriveAtDemo({ timeZone: zoneWhereItIsNoon() })
    const { page } = terminal
    skipOtherChromium(page)
    const desk = new Desk(terminal)
    await desk.open(MANAGER_PIN)
    await page.getByRole('gridcell').first().waitFor()
    await page.getByText(/today .+ kWh/).waitFor()
    await standingStill(network.control, () =>
      expectPictures(page, 'desk-live', DESK, { zeroed: '[role=gridcell], main header p' }),
    )
    await desk.lock.click()
    await page.getByRole('button', { name: 'Help', exact: true }).first().waitFor()
    await new SetupPage(terminal).enter()
    await expectPictures(page, 'setup', DESK)
  })
})

/** While pictures are taken nothing goes on: neither on the page nor at the stations. */
async function standingStill(control: SimulatorControl, act: () => Promise<void>): Promise<void> {
  await control.setSpeed(0)
  await act()
  await control.setSpeed(1)
}

/** To the same minute of the charge, however long it took to come here; the page sees each minute. */
async function chargeOn(network: Network, charging: ChargingPage): Promise<void> {
  const { control } = network
  const { session } = await network.plug('3')
  for (let minute = 1; minute <= CHARGED_MINUTES; minute += 1) {
    const untilMs = (session?.startedMs ?? 0) + minute * MINUTE_MS
    await control.advance(Math.max(0, untilMs - (await control.now())))
    await expect.poll(() => behindKWh(control, charging)).toBeLessThan(1)
  }
}

/** How far the page is behind the station's meter. */
async function behindKWh(control: SimulatorControl, charging: ChargingPage): Promise<number> {
  const metered = (await control.metered()).at(-1)?.energyWh ?? Number.NaN
  return metered / 1000 - (await charging.energyKWh())
}
