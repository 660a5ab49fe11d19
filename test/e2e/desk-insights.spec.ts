import { readFileSync } from 'node:fs'
import { Desk, STAFF_PIN } from './pages/desk.ts'
import { askPlatform } from './support/account.ts'
import { expectAccessible } from './support/axe.ts'
import { SHADES } from './support/modes.ts'
import { expect, test } from './support/story.ts'

test.use({ people: true, size: { widthPx: 1366, heightPx: 768 } })
test.setTimeout(120_000)

const LIGHT_AND_DARK = SHADES.slice(0, 2)

test('figures by time frame and month, and how busy each station is', async ({
  arrive,
  network,
  sim,
}) => {
  const { terminal } = await arrive()
  const desk = new Desk(terminal)
  const { page, main } = desk
  await desk.open(STAFF_PIN)
  await desk.go('Insights')

  await test.step('each figure as the platform delivers it', async () => {
    const { lastMonth } = (await askPlatform(
      sim,
      `{ chargingStatistics(timeframe: ${frameOfLastMonth()}) { number energyConsumption co2Saving } }`,
    ).then((told) => ({ lastMonth: told }))) as {
      lastMonth: { number: number; energyConsumption: number; co2Saving: number }
    }
    const rounded = (value: number): string => (value / 1000).toFixed(1)
    const figures = main.getByRole('region', { name: 'Figures by time frame' })
    const row = figures.getByRole('row', { name: /^Last month/ })
    await expect(row.getByRole('cell')).toHaveText([
      String(lastMonth.number),
      `${rounded(lastMonth.energyConsumption)} MWh`,
      `${rounded(lastMonth.co2Saving)} t`,
    ])
    await expect(figures.getByRole('row')).toHaveCount(8)
    const months = main.getByRole('region', { name: 'Energy by month' })
    await expect(
      months.getByRole('img', { name: /^Energy of the last twelve months/ }),
    ).toBeVisible()
    await expect(months.getByText('a year before')).toBeVisible()
    await months.getByRole('button', { name: 'Table' }).click()
    await expect(months.getByRole('row')).toHaveCount(13)
    await expect(months.getByRole('row').nth(2)).toContainText(
      `${rounded(lastMonth.energyConsumption)} MWh`,
    )
    await network.expectAsked('chargingStatistics')
  })

  await test.step('a week by the hour: of the site as a mean, then of a station', async () => {
    const busy = main.getByRole('region', { name: 'How busy this site usually is' })
    await expect(
      busy.getByText(/^Mean of its \d+ stations, computed by this terminal/),
    ).toBeVisible()
    const words = busy.getByText(/^Busiest on \w+day at \d\d:00 \(\d+%\), quietest on/)
    const before = await words.innerText()
    await busy.getByRole('button', { name: 'Fast charger, forecourt', exact: true }).click()
    await expect(words).not.toHaveText(before)
    await expect(busy.getByText('As the platform tells it of this station')).toBeVisible()
    await expectAccessible(page, 'Insights', LIGHT_AND_DARK)
    await network.expectAsked('cpOccupancyRate')
  })

  await test.step('an hour’s figure by pointer and by keys, and all of them in a table', async () => {
    const busy = main.getByRole('region', { name: 'How busy this site usually is' })
    const heat = busy.getByRole('img')
    await heat.focus()
    await expect(busy.getByRole('status').first()).toHaveText(/^Monday, 00:00–01:00: \d+% in use$/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(busy.getByRole('status').first()).toHaveText(/^Tuesday, 01:00–02:00:/)
    await heat.locator('.cell').nth(30).hover()
    await expect(busy.getByRole('status').first()).toHaveText(/^Tuesday, 06:00–07:00:/)
    await busy.getByRole('button', { name: 'Table' }).click()
    await expect(busy.getByRole('row', { name: /^Monday/ }).getByRole('cell')).toHaveCount(24)
    await busy.getByRole('button', { name: 'Table' }).click()
  })

  await test.step('the chart as a list and as a picture, in files', async () => {
    const busy = main.getByRole('region', { name: 'How busy this site usually is' })
    await busy.getByRole('button', { name: 'Save as CSV' }).click()
    await expect(busy.getByText(/busy-[\d-]+T[\d-]+\.csv$/)).toBeVisible()
    await busy.getByRole('button', { name: 'Save picture' }).click()
    const file = busy.getByText(/busy-[\d-]+T[\d-]+\.svg$/)
    await expect(file).toBeVisible()
    const svg = readFileSync(await file.innerText(), 'utf8')
    expect(svg).toMatch(/^<svg /)
    expect(svg).toMatch(/fill="(oklab|color|rgb)\(/)
    const words = [...svg.matchAll(/<text[^>]*>([^<]+)/g)].map(([, text]) => text?.trim())
    const siteName = (await page.locator('.rail .site').innerText()).trim()
    for (const word of [siteName, 'Monday', '21:00', '80–100 %', 'today'])
      expect(words, 'the picture says').toContain(word)
    expect(words[0]).toBe('How busy this site usually is: Fast charger, forecourt')
    expect(words.join('|')).toMatch(/Saved at .*20\d\d/)
  })

  await test.step('a station is pinned, stays so, and is unpinned', async () => {
    const star = main.getByRole('button', {
      name: 'Pin Fast charger, forecourt to the top of Live',
    })
    const starred = main.getByRole('button', { name: 'Take Fast charger, forecourt from' })
    await star.click()
    await expect(starred).toHaveAttribute('aria-pressed', 'true')
    await desk.go('Live')
    const strip = main.getByRole('region', { name: 'Pinned stations' })
    await expect(strip.getByRole('heading', { name: 'Fast charger, forecourt' })).toBeVisible()
    await desk.go('Insights')
    await expect(starred).toBeVisible()
    await starred.click()
    await expect(star).toHaveAttribute('aria-pressed', 'false')
    for (const operation of ['getFavouriteCps', 'setFavouriteCps', 'unsetFavouriteCps'])
      expect(await network.requests(operation), operation).toBeGreaterThan(0)
    await network.expectAsked('getFavouriteCps')
    await network.expectAsked('setFavouriteCps')
    await network.expectAsked('unsetFavouriteCps')
  })
})

test('a platform that is slow, fails, refuses or tells nothing is told in words, part by part', async ({
  arrive,
  network,
}) => {
  const { control } = network
  await control.setFault('delay', { ms: 2500, operations: ['chargingStatistics'], times: 2 })
  const { terminal } = await arrive()
  const desk = new Desk(terminal)
  const { main } = desk
  const busy = main.getByRole('region', { name: 'How busy this site usually is' })
  await desk.open(STAFF_PIN)

  await test.step('slow', async () => {
    await desk.go('Insights')
    await expect(main.getByText('One moment, please').first()).toBeVisible()
    await expect(busy).toContainText('Busiest on')
    await expect(main.getByRole('row', { name: /^All time/ })).toBeVisible()
  })

  await test.step('does not pin: the star stays empty', async () => {
    await control.setFault('forbidden', { operations: ['setFavouriteCps'] })
    const star = busy.getByRole('button', { name: /^Pin / }).first()
    await star.click()
    await expect(busy).toContainText('may not do that')
    await expect(star).toHaveAttribute('aria-pressed', 'false')
  })

  await test.step('fails with the figures alone', async () => {
    await control.setFault('status', { code: 503, operations: ['chargingStatistics'] })
    await desk.go('Live')
    await desk.go('Insights')
    const figures = main.getByRole('region', { name: 'Figures by time frame' })
    await expect(figures.getByRole('alert')).toContainText('Code unavailable', { timeout: 30_000 })
    await expect(busy).toContainText('Busiest on')
    await control.clearFault('status')
    await figures.getByRole('button', { name: 'Try again' }).click()
    await expect(figures.getByRole('row', { name: /^All time/ })).toBeVisible()
  })

  await test.step('tells no figure and no hour', async () => {
    const operations = ['chargingStatistics', 'cpOccupancyRate']
    await control.setFault('nulls', { mode: 'all', operations })
    await desk.go('Live')
    await desk.go('Insights')
    await expect(main.getByRole('row', { name: /^All time/ })).toContainText('not told')
    await expect(busy).toContainText('tells no usual hours')
  })
})

/** Last month in Vienna, where the terminal stands. */
function frameOfLastMonth(): string {
  // In the last hour of a month it is another one there already.
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Vienna' }).format(new Date())
  const [year = 0, month = 1] = today.split('-').map(Number)
  const viennaMidnight = (ofYear: number, ofMonth: number): number => {
    const utc = Date.UTC(ofYear, ofMonth, 1)
    const hour = Number(
      new Intl.DateTimeFormat('en-GB', {
        hour: 'numeric',
        hourCycle: 'h23',
        timeZone: 'Europe/Vienna',
      }).format(utc),
    )
    return utc - hour * 3_600_000
  }
  const start = viennaMidnight(year, month - 2)
  const end = viennaMidnight(year, month - 1) - 1
  const iso = (ms: number): string => JSON.stringify(new Date(ms).toISOString())
  return `{ start: ${iso(start)}, end: ${iso(end)} }`
}
