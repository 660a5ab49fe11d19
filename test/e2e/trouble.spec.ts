import type { FaultName, FaultSetting } from '#simulator/faults/faults.ts'
import { expect, test } from './support/story.ts'

const TOLD_MS = 20_000

test.describe('what keeps a terminal from working is told, with what staff can do', () => {
  test('a wrong key', async ({ sim, terminal, network }) => {
    const { page } = await terminal.launch(sim, { key: 'not-the-key' })
    await expect(page.getByText('does not accept the key of this terminal')).toBeVisible({
      timeout: TOLD_MS,
    })
    await expect(page.getByText('check the pre-shared key')).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('not-the-key')
    for (let touch = 0; touch < 5; touch += 1) await page.mouse.click(4, 4)
    await expect.poll(() => network.requests('initSession')).toBeLessThanOrEqual(2)
  })

  test('a wrong password', async ({ sim, terminal }) => {
    const { page } = await terminal.launch(sim, { password: 'not-the-password' })
    await expect(page.getByText('does not accept the sign-in')).toBeVisible({ timeout: TOLD_MS })
    await expect(page.getByRole('main')).not.toContainText('not-the-password')
  })

  test('a wrong endpoint: nothing at this address', async ({ sim, terminal }) => {
    const { page } = await terminal.launch(sim, { endpoint: `${sim.origin}/elsewhere/` })
    await expect(page.getByText('The address of the charging network is not right.')).toBeVisible({
      timeout: TOLD_MS,
    })
  })

  test('nobody listens at the endpoint: no connection, and the board comes with it', async ({
    sim,
    terminal,
    network,
  }) => {
    await network.control.setFault('refuse')
    const { page } = await terminal.launch(sim)
    await expect(page.getByText(/^No connection since/)).toBeVisible({ timeout: TOLD_MS })
    await network.control.clearFaults()
    await page.mouse.click(4, 4)
    await expect(page.getByRole('button', { name: 'Start here – Plug 1' })).toBeVisible()
  })

  test('an endpoint that answers a web page', async ({ sim, terminal, network }) => {
    await network.control.setFault('html')
    const { page } = await terminal.launch(sim)
    await expect(page.getByText('The network asks for a sign-in page.')).toBeVisible({
      timeout: TOLD_MS,
    })
    await network.control.clearFaults()
    await page.mouse.click(4, 4)
    await expect(page.getByRole('button', { name: 'Start here – Plug 1' })).toBeVisible()
  })

  test('a site without plugs', async ({ sim, terminal, network }) => {
    await network.control.emptySite(true)
    const { page } = await terminal.launch(sim)
    await expect(page.getByRole('heading', { name: 'No plugs to show here' })).toBeVisible({
      timeout: TOLD_MS,
    })
    await expect(page.getByText(/^No connection since/)).toBeHidden()
  })
})

test.describe('answers that nobody has foreseen', () => {
  test.use({ operator: { stopCodes: false } })

  const spoilt: { name: FaultName; setting: FaultSetting<'nulls'>; what: string }[] = [
    { name: 'unknownEnums', setting: {}, what: 'enum values and statuses that nobody knows' },
    { name: 'nulls', setting: { mode: 'leaves' }, what: 'nulls in every field that allows them' },
    { name: 'nulls', setting: { mode: 'all' }, what: 'nulls in whole objects and lists too' },
    { name: 'partial', setting: {}, what: 'data and errors together' },
    { name: 'notJson', setting: {}, what: 'an answer cut off in the middle' },
  ]

  for (const { name, setting, what } of spoilt) {
    test(`${what}: nothing crashes, nothing unknown looks free, and it heals`, async ({
      arriveAtDemo,
    }) => {
      const { guest, network } = await arriveAtDemo({ demoSpeed: 5 })
      const { board, charging, page } = guest
      const errors: string[] = []
      page.on('pageerror', ({ message }) => errors.push(message))
      await board.tile('2').mine.click()
      await expect(charging.stop).toBeEnabled()

      await network.control.setFault(name, setting)
      const before = await network.requests('site')
      await expect.poll(() => network.requests('site')).toBeGreaterThan(before + 3)
      await expect(page.getByRole('banner')).toBeVisible()
      if (await guest.back.isVisible()) await guest.back.click()
      const bareFree = board.tiles.filter({ hasText: 'Free', hasNotText: /as of \d\d:\d\d/ })
      if (name !== 'partial') {
        await expect(bareFree).toHaveCount(0)
        await expect(board.tiles.getByRole('button', { name: /^Charge/ })).toHaveCount(0)
      }

      await network.control.clearFaults()
      await guest.touch()
      await expect(board.tile('1').charge).toBeEnabled()
      await expect(board.tile('2').mine).toBeEnabled()
      expect(errors).toEqual([])
    })
  }

  test('a terminal that meets them at its first launch stands all the same', async ({
    sim,
    terminal,
    network,
  }) => {
    await network.control.setFault('nulls', { mode: 'leaves' })
    await network.control.setFault('unknownEnums')
    const { page } = await terminal.launch(sim)
    await expect(page.getByRole('contentinfo')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Start here –/ })).toHaveCount(0)
    await network.control.clearFaults()
    await page.mouse.click(4, 4)
    await expect(page.getByRole('button', { name: 'Start here – Plug 1' })).toBeVisible({
      timeout: TOLD_MS,
    })
  })
})
