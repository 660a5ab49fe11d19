import type { Page } from '@playwright/test'
import { zoneTime } from '#common/zone.ts'
import { smallSite, type SmallStation } from '#test/support/small-site.ts'
import { INSPECTED_LANGUAGES, VISIT_MS } from './support/inspect.ts'
import { expectSoundLayout } from './support/layout.ts'
import { photographAll, test } from './support/other-site.ts'
import { expect } from './support/story.ts'

const WALLS = [
  'left wall',
  'right wall',
  'north wall',
  'south wall',
  'ramp',
  'level -2',
  'level -3',
]
const doubles = (count: number): SmallStation[] =>
  WALLS.slice(0, count).map((wall) => ({
    publicName: `Underground garage, ${wall}`,
    numbers: ['1', '2'],
  }))

const plugNames = (page: Page): Promise<string[]> =>
  page
    .getByRole('main')
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.ariaLabel ?? (one as HTMLElement).innerText))

test.describe('chargers that number their plugs 1 and 2', () => {
  test.setTimeout(VISIT_MS)

  test('a few: each tile is told from every other, and so is all that follows', async ({
    visit,
  }) => {
    const { guest, sim } = await visit(smallSite(doubles(3)))
    const { page, board, connector } = guest
    await expect(board.tiles).toHaveCount(6)
    expect(new Set(await plugNames(page)).size).toBe(6)
    await photographAll(page, 'same numbers')
    await expectSoundLayout(page, 'board of the same numbers')

    await page
      .getByRole('button', { name: 'Start here – Plug 1 (Underground garage, right wall)' })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Plug 1 (Underground garage, right wall)',
    )
    await connector.chooseCard()
    await photographAll(page, 'plug of the same number')
    await expectSoundLayout(page, 'plug of the same number')
    await connector.start.click()
    await guest.starting.plugIn.waitFor()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('right wall')
    const site = (await sim.control.overview(sim.moreSites[0])).sites[0]
    await sim.control.plugIn(site?.stations[1]?.connectors[0]?.id ?? '')
    await expect(guest.charging.stop).toBeVisible({ timeout: 20_000 })
    await expect(page.getByRole('heading', { level: 1 })).toContainText('right wall')
  })

  test('many: on a dense board, too', async ({ visit }) => {
    const { guest } = await visit(smallSite(doubles(7)))
    const { page, board } = guest
    await board.expectListed(14)
    const plugs = board.plugs.getByRole('button', { name: /^Plug [12] \(/ })
    await expect(plugs).toHaveCount(14)
    for (const { publicName } of doubles(7)) {
      for (const number of ['1', '2']) {
        const name = `Plug ${number} (${publicName}),`
        await expect(page.getByRole('button', { name })).toHaveCount(1)
      }
    }
    await photographAll(page, 'same numbers, dense')
    await expectSoundLayout(page, 'dense board of the same numbers')
  })
})

for (const language of INSPECTED_LANGUAGES) {
  test.describe(`long and missing numbers, ${language}`, () => {
    test.use({ language })
    test.setTimeout(VISIT_MS)

    const long: SmallStation[] = [
      { publicName: 'North wall', numbers: [null, 'P-NORDWAND-00012'] },
      { publicName: 'South wall', numbers: ['1024', 'Bay 12'] },
      { publicName: 'Ramp', numbers: [null, null], labels: ['Linker Anschluss der Rampe', 'R'] },
    ]

    test('leave each tile whole, and the plug’s own screen', async ({ visit }) => {
      const { guest } = await visit(smallSite(long))
      const { page } = guest
      const tiles = page.getByRole('main').getByRole('listitem')
      const heading = tiles.getByRole('heading')
      await expect(heading).toHaveCount(6)
      await expect(heading.first().locator('[aria-hidden]')).toHaveText('1')
      await photographAll(page, 'long numbers')
      await expectSoundLayout(page, 'board of long numbers')
      await tiles.nth(1).getByRole('button').click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('P-NORDWAND-00012')
      await photographAll(page, 'plug of a long number')
      await expectSoundLayout(page, 'plug of a long number')
    })

    test('leave each tile whole on a dense board', async ({ visit }) => {
      const more = doubles(7).map(({ publicName }, place) => ({
        publicName: `Wall ${String(place)}: ${publicName}`,
        numbers: [`P-NORDWAND-0001${String(place)}`, `Bay ${String(place)}`],
      }))
      const { guest } = await visit(smallSite(more))
      const tile = guest.page.getByRole('main').getByRole('listitem').first()
      await expect(tile).toHaveAttribute('aria-setsize', '14')
      await photographAll(guest.page, 'long numbers, dense')
      await expectSoundLayout(guest.page, 'dense board of long numbers')
    })
  })
}

test.describe('a garage that closes', () => {
  test.setTimeout(VISIT_MS)
  const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]

  /** So many minutes from now, on the clocks of the site. */
  function clock(inMinutes: number): string {
    const { hour, minute } = zoneTime(Date.now() + inMinutes * 60_000, 'Europe/Vienna')
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`
  }
  const garage = (fromMinutes: number, toMinutes: number, weekdays = EVERY_DAY) => {
    const hours = { begin: clock(fromMinutes), end: clock(toMinutes) }
    const regular = weekdays.map((weekday) => ({ weekday, ...hours }))
    return smallSite([
      { publicName: 'Ramp', numbers: ['1', '2'], hours: { description: null, regular } },
    ])
  }

  test('soon says so on the tile, before a start and while a car charges', async ({ visit }) => {
    const { guest, sim } = await visit(garage(-60, 20))
    const { page, board, connector } = guest
    await expect(board.tile('1').root).toContainText(/Closes in (20|19)\smin/)
    await photographAll(page, 'closes soon')
    await expectSoundLayout(page, 'board of a garage that closes')
    await guest.choose('1')
    await expect(connector.body).toContainText(/Closes in (20|19|18)\smin/)
    await photographAll(page, 'plug in a garage that closes')
    await expectSoundLayout(page, 'plug in a garage that closes')
    await connector.start.click()
    await guest.starting.plugIn.waitFor()
    await expect(page.getByText(/Closes in (20|1\d)\smin/)).toBeVisible()
    await photographAll(page, 'start in a garage that closes')
    const site = (await sim.control.overview(sim.moreSites[0])).sites[0]
    await sim.control.plugIn(site?.stations[0]?.connectors[0]?.id ?? '')
    await expect(guest.charging.stop).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText(/Closes in (20|1\d)\smin/)).toBeVisible()
    await photographAll(page, 'charging in a garage that closes')
    await expectSoundLayout(page, 'charging in a garage that closes')
  })

  test('and is closed says when it opens, and starts all the same', async ({ visit }) => {
    const { guest } = await visit(garage(60, 120))
    const { page, board, connector } = guest
    await expect(board.tile('1').root).toContainText(/Closed now, opens \d\d:\d\d/)
    await photographAll(page, 'closed now')
    await guest.choose('1')
    await expect(connector.body).toContainText('Closed now, opens')
    await expect(connector.start).toBeEnabled()
  })
})
