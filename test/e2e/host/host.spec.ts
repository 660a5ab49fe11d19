import { Desk, STAFF_PIN } from '../pages/desk.ts'
import { expect, test } from './fixture.ts'

test('the terminal shows the site of the platform that it is told', async ({ sim, terminal }) => {
  const { page, process } = await terminal.launch(sim)
  await process.line(/^board live$/)
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(6)
})

test('the terminal comes back after a power cut', async ({ sim, terminal }) => {
  const first = await terminal.launch(sim)
  await first.process.line(/^board live$/)
  const { page, process } = await first.restart()
  await process.line(/^board live$/)
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(6)
})

test.describe('without an endpoint', () => {
  test.use({ demoSite: 'depot', size: { widthPx: 1920, heightPx: 1080 } })

  test('the demo network is shown, and can be controlled', async ({ terminal }) => {
    const { page, process, control } = await terminal.launchDemo()
    await process.line(/^board live$/)
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1920, 1080])
    await control.advance(60_000)
    const { sites } = await control.overview()
    expect(sites.map(({ key }) => key)).toContain('depot')
  })
})

test.describe('a screen that is read from a metre away', () => {
  test.use({ people: true, size: { widthPx: 1920, heightPx: 1080 } })

  test('is larger for guests, and as it was at the desk', async ({ sim, terminal }) => {
    const { page, process } = await terminal.launch(sim, { distance: '1m' })
    const size = () => page.evaluate(() => [innerWidth, innerHeight])
    await process.line(/^board live$/)
    await expect.poll(size).toEqual([1152, 648])
    const desk = new Desk({ page })
    await desk.open(STAFF_PIN)
    await expect.poll(size).toEqual([1920, 1080])
    await desk.lock.click()
    await expect.poll(size).toEqual([1152, 648])
  })
})
