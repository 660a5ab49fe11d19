import { smallSite, type SmallStation } from '#test/support/small-site.ts'
import { VISIT_MS } from './support/inspect.ts'
import { expectSoundLayout } from './support/layout.ts'
import { photographAll, test } from './support/other-site.ts'
import { expect } from './support/story.ts'

/** A lobby's own chargers, a partner's, and one that its operator puts first. */
const STATIONS: readonly SmallStation[] = [
  { publicName: 'North wall', numbers: ['1', '2'] },
  { publicName: 'Partner by the gate', numbers: ['3', '4'], roaming: true },
  {
    publicName: 'Ramp',
    numbers: ['5', '6'],
    highlighted: true,
    notices: { 'Barrier code': '4711', Lift: 'Down to level -2' },
  },
]
const ROWS: readonly SmallStation[] = Array.from({ length: 4 }, (_, row) => ({
  publicName: `Row ${String(row + 1)}`,
  numbers: [1, 2, 3].map((place) => String(100 + row * 3 + place)),
}))

test.describe('what the platform tells of stations', () => {
  test.setTimeout(VISIT_MS)

  test('a recommended one stands first, with its notices and the way to it', async ({ visit }) => {
    const { guest } = await visit(smallSite(STATIONS))
    const { page, board, connector } = guest
    await expect(board.tiles.first()).toContainText('Recommended')
    await expect(board.tiles.first().getByRole('heading')).toHaveText(/5/)
    await expect(board.tiles.filter({ hasText: 'Recommended' })).toHaveCount(2)
    await photographAll(page, 'recommended station')
    await expectSoundLayout(page, 'board with a recommended station')
    await guest.choose('5')
    await expect(connector.body).toContainText('Barrier code')
    await expect(connector.body).toContainText('380 - 480V, 3-Phase')
    await photographAll(page, 'plug with notices')
    await expectSoundLayout(page, 'plug with notices')
    await page.getByRole('button', { name: 'More about this station' }).click()
    await expect(page.getByRole('main')).toContainText('Down to level -2')
    await expect(page.getByRole('img', { name: /the map on your phone/ })).toBeVisible()
    await photographAll(page, 'station with the way to it')
    await expectSoundLayout(page, 'station with the way to it')
  })

  test('a partner’s says so before the start, and what is saved while it charges', async ({
    visit,
  }) => {
    const { guest, sim } = await visit(smallSite(STATIONS))
    const { page, connector, charging } = guest
    await guest.choose('3')
    await expect(connector.body).toContainText('This plug belongs to a partner network.')
    await photographAll(page, 'plug of a partner')
    await expectSoundLayout(page, 'plug of a partner')
    await sim.control.setFault('delay', { ms: 8_000, operations: ['attemptRemoteStart'] })
    await connector.start.click()
    await expect(page.getByText('This plug belongs to a partner network.')).toBeVisible()
    await photographAll(page, 'start at a partner')
    await guest.starting.plugIn.waitFor({ timeout: 30_000 })
    const site = (await sim.control.overview(sim.moreSites[0])).sites[0]
    await sim.control.plugIn(site?.stations[1]?.connectors[0]?.id ?? '')
    await charging.stop.waitFor({ timeout: 20_000 })
    await expect(page.getByRole('main')).toContainText(/CO₂ saved\s0\.\d+\skg/, {
      timeout: 60_000,
    })
    await photographAll(page, 'charging with what is saved')
    await expectSoundLayout(page, 'charging with what is saved')
  })

  test('one that has broken down as a whole offers none of its plugs', async ({ visit }) => {
    const { guest, sim } = await visit(smallSite(STATIONS))
    const { board } = guest
    const site = (await sim.control.overview(sim.moreSites[0])).sites[0]
    const id = site?.stations[0]?.id ?? ''
    await expect(board.tile('1').charge).toBeVisible()
    await sim.control.stationStatus(id, 'Faulted')
    await expect(board.tile('1').root).toContainText('Out of order')
    await expect(board.tile('2').charge).toHaveCount(0)
    await expect(board.tile('3').charge).toBeVisible()
    await sim.control.stationStatus(id, null)
    await expect(board.tile('1').charge).toBeVisible()
  })

  test('on a board of many, too', async ({ visit }) => {
    const { guest } = await visit(smallSite([...ROWS, ...STATIONS]))
    const { page, board } = guest
    await board.expectListed(18)
    await expect(board.tiles.first()).toContainText('Recommended')
    await expect(board.tiles.first().getByRole('button')).toContainText('Plug 5')
    await photographAll(page, 'recommended station of many')
    await expectSoundLayout(page, 'board of many with a recommended station')
  })
})
