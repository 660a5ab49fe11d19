import { formats } from '#renderer/i18n/format.ts'
import { askPlatform } from './support/account.ts'
import { scan } from './support/reader.ts'
import { expect, test } from './support/story.ts'

test.describe('finding a plug of two hundred', () => {
  test.use({ demoSite: 'garage', size: { widthPx: 1920, heightPx: 1080 } })

  test('by type, by power, only the free ones; and what fits nothing has a way out', async ({
    arrive,
  }) => {
    const { guest } = await arrive()
    const { board, page } = guest
    const tiles = board.plugs.getByRole('button', { name: /^Plug / })
    const choose = (name: string) => page.getByRole('button', { name, exact: true })

    await board.expectListed(200)
    await board.filter('AC')
    await expect(tiles.filter({ hasText: 'CHAdeMO' })).toHaveCount(0)
    await board.filter('DC')
    await expect(tiles.first()).toContainText(/CCS|CHAdeMO/)
    await board.filter('DC')
    await board.filter('Free of charge')
    await expect(tiles.first()).toBeVisible()
    await expect(tiles).toHaveCount(1)
    await board.filter('Free of charge')
    await board.filter('CHAdeMO')
    await expect(tiles).toHaveCount(10)
    await expect(tiles.filter({ hasNotText: 'CHAdeMO' })).toHaveCount(0)
    await choose('Free only').click()
    await expect(tiles.filter({ hasNotText: 'Free' })).toHaveCount(0)
    await choose('Filter · 1').click()
    const strongest = page.getByRole('group', { name: 'Power', exact: true }).getByRole('button')
    await strongest.last().click()
    await page.keyboard.press('Escape')
    await expect(board.plugs).toContainText('No plug like this')
    await board.plugs.getByRole('button', { name: 'Show all plugs' }).click()
    await board.expectListed(200)
  })

  test('by number, by EVSE ID, and nothing where there is nothing', async ({ arrive, network }) => {
    const { guest } = await arrive()
    const { connector, page } = guest
    const { evseId } = await network.plug('150')
    const body = page.getByRole('main')
    const clear = page.getByRole('button', { name: 'Clear' })

    await page.getByRole('button', { name: 'Find a plug' }).click()
    await test.step('on the terminal’s own keys', async () => {
      for (const key of '150') await page.getByRole('button', { name: key, exact: true }).click()
      await expect(body.getByRole('button', { name: /^Plug 150,/ })).toBeVisible()
      await clear.click()
      await page.keyboard.type('9999', { delay: 60 })
      await expect(body).toContainText('Nothing found')
      await clear.click()
    })
    await page.keyboard.type(evseId, { delay: 60 })
    await body.getByRole('button', { name: /^Plug 150,/ }).click()
    await expect(connector.heading('150')).toBeVisible()
  })

  test.describe('with a reader', () => {
    test.use({ operator: { reader: true } })

    test('by the code on the station', async ({ arrive, network }) => {
      const { guest } = await arrive()
      const { connector, page } = guest
      const { evseId } = await network.plug('151')

      await scan(page, `https://charge.example/evse/${encodeURIComponent(evseId)}`)
      await expect(connector.heading('151')).toBeVisible()
      await guest.back.click()
      await scan(page, 'https://charge.example/evse/AT*XYZ*E000000')
      await expect(page.getByText('This code is not from a station of this site.')).toBeVisible()
      expect(page.url()).not.toContain('charge.example')
    })
  })

  test('that only starts at the station says so', async ({ arrive, network }) => {
    const { sites } = await network.control.overview()
    const station = sites
      .flatMap(({ key, stations }) => (key === 'garage' ? stations : []))
      .find(({ hasRemoteCommands }) => !hasRemoteCommands)
    const number = station?.connectors[0]?.number ?? ''
    const { guest } = await arrive()
    const { connector, page } = guest

    await (await guest.board.reach(new RegExp(`^Plug ${number},`))).click()
    await expect(connector.reason).toContainText('starts at the station itself')
    await page.getByRole('button', { name: 'More about this station' }).click()
    await expect(page.getByText('This station cannot be started from here.')).toBeVisible()
  })
})

test.describe('a station’s page', () => {
  test('has its place, its hours and when it is busy', async ({ arrive, network }) => {
    const { guest } = await arrive()
    const { page } = guest
    const body = page.getByRole('main')
    await guest.choose('1')
    await page.getByRole('button', { name: 'More about this station' }).click()
    await expect(page.getByRole('heading', { name: 'Charging station' })).toBeVisible()
    await expect(body).toContainText('Mozartplatz 1, 5020 Salzburg')
    await expect(body).toContainText('to the left of the lift')
    await expect(page.getByRole('heading', { name: /^Opening hours/ })).toBeVisible()
    await expect(page.getByRole('heading', { name: /^Charging hours/ })).toBeVisible()
    await expect(page.getByRole('img', { name: /^Usually busy on \w+day\. Usually/ })).toBeVisible()
    await expect(body.getByRole('button', { name: /^Plug [12],/ })).toHaveCount(2)
    await network.expectAsked('cp')
    await network.expectAsked('cpOccupancyRate')
    await expect(body).toContainText('+43 662 1234560')
    await expect(body).toContainText('frontdesk@hotel-mozart.example')
    await expect(page.getByRole('heading', { name: 'Maintenance' })).toBeHidden()
    await guest.back.click()
    await expect(guest.connector.heading('1')).toBeVisible()
  })

  test('is whole where the public map hides the site, and so are details and help', async ({
    arrive,
    network,
  }) => {
    const { sites } = await network.control.overview()
    for (const { id } of sites) await network.control.hideSite(id, true)
    const { guest } = await arrive()
    const { page } = guest
    await guest.choose('1')
    await expect(guest.connector.body).toContainText('Mozartplatz 1')
    await page.getByRole('button', { name: 'Help' }).click()
    await expect(guest.dialog).toContainText('+43 662 1234560')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More about this station' }).click()
    await expect(page.getByRole('heading', { name: /^Opening hours/ })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('to the left of the lift')
    await expect(page.getByText('cannot be shown right now')).toBeHidden()
  })

  test('names the maintenance that is planned for its plugs, in the site’s time', async ({
    arrive,
    network,
    sim,
  }) => {
    const { id } = await network.plug('4')
    const query = `query ($id: ID!) {
      connector(id: $id) { maintenanceWindows { startDate endDate } }
    }`
    const { maintenanceWindows } = (await askPlatform(sim, query, { id })) as {
      maintenanceWindows: { startDate: string; endDate: string }[]
    }
    const { dateTime } = formats('en-GB', 'Europe/Vienna')
    const { guest } = await arrive()
    const { page } = guest
    await guest.choose('3')
    await page.getByRole('button', { name: 'More about this station' }).click()
    await expect(page.getByRole('heading', { name: 'Maintenance' })).toBeVisible()
    expect(maintenanceWindows).toHaveLength(1)
    for (const { startDate, endDate } of maintenanceWindows) {
      const [from, to] = [startDate, endDate].map((iso) => dateTime(Date.parse(iso)))
      await expect(page.getByText(`Plug 4: ${from ?? ''} to ${to ?? ''}`)).toBeVisible()
    }
  })
})

test.describe('the pictures of a station', () => {
  test.use({ demoSite: 'garage' })

  test('are shown; what is missing, no picture or too large is left out', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { page, board } = guest
    const pictures = page.getByRole('img', { name: /^Picture \d of \d of this station$/ })
    const outside: string[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(page.url()).origin) outside.push(request.url())
    })
    const { sites } = await network.control.overview()
    const stations = sites
      .flatMap((site) => (site.key === 'garage' ? site.stations : []))
      .flatMap(({ id, connectors: [plug] }) => (plug?.ocpp === 'Available' ? { id, plug } : []))
    const spoilt = [null, 'missing', 'no-image', 'too-large'] as const

    for (const [index, as] of spoilt.entries()) {
      const station = stations[index]
      if (!station) throw new Error('the garage has too few free stations')
      await test.step(as ?? 'all is well', async () => {
        const { id, plug } = station
        if (as) await network.control.setFault('picture', { cpId: id, view: 'front', as })
        await board.plugs
          .getByRole('button', { name: new RegExp(`^Plug ${plug.number ?? ''},`) })
          .click()
        await page.getByRole('button', { name: 'More about this station' }).click()
        await expect(pictures).toHaveCount(as ? 1 : 2)
        for (const picture of await pictures.all()) {
          await expect(picture).toBeVisible()
          await expect.poll(() => picture.evaluate(naturalWidth)).toBeGreaterThan(0)
        }
        await guest.back.click()
        await guest.back.click()
      })
    }
    expect(outside).toEqual([])
  })
})

function naturalWidth(image: Element): number {
  return image instanceof HTMLImageElement ? image.naturalWidth : 0
}
