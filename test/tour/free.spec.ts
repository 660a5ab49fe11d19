import { expect, test } from './stage.ts'

test.use({ demoSite: 'garage' })

test('a free plug', async ({ stage }) => {
  const { guest, network, step } = stage
  const { board, connector, starting, charging, page } = guest
  const first = board.plugs.getByRole('button', { name: /^Plug 1,/ })

  await step('two hundred plugs', 'board', async () => {
    await expect(first).toBeAttached()
    await board.show('light')
  })
  await step('found by its number', 'found', async () => {
    await page.getByRole('button', { name: 'Find a plug' }).click()
    for (const key of ['2', '0', '0']) {
      await page.getByRole('button', { name: key, exact: true }).click()
    }
    await expect(page.getByRole('button', { name: /^Plug 200,/ })).toBeVisible()
  })
  await step('nothing to pay: one touch', 'free', async () => {
    await page.getByRole('button', { name: /^Plug 200,/ }).click()
    await expect(connector.body).toContainText('There is nothing to pay here.')
  })
  await step('charging', 'charging', async () => {
    await connector.start.click()
    await starting.plugIn.waitFor()
    await network.plugIn('200')
    await expect(charging.energy).toBeVisible()
  })
})
