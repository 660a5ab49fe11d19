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
