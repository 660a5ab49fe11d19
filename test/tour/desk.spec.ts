import { Desk, MANAGER_PIN } from '#test/e2e/pages/desk.ts'
import { PLAIN, setMode } from '#test/e2e/support/modes.ts'
import { expect, test } from './stage.ts'

const LOOKS = [
  { size: { width: 1366, height: 768 }, theme: 'light' },
  { size: { width: 1366, height: 768 }, theme: 'dark' },
  { size: { width: 1920, height: 1080 }, theme: 'light' },
  { size: { width: 1920, height: 1080 }, theme: 'dark' },
] as const
const SECTIONS = [
  'Live',
  'Sessions',
  'Cards',
  'Documents',
  'Insights',
  'Account',
  'Terminal',
] as const

test('the front desk', async ({ stage }) => {
  const { guest, step } = stage
  const { page } = guest
  const desk = new Desk({ page })
  await page.setViewportSize(LOOKS[0].size)
  await step('the PIN', 'desk-pin', () => desk.knock())
  await desk.enterPin(MANAGER_PIN)
  for (const section of SECTIONS) {
    await desk.go(section)
    await expect(page.getByRole('heading', { level: 1, name: section })).toBeVisible()
    for (const { size, theme } of LOOKS) {
      const look = `${String(size.width)}-${theme}`
      await step(`${section}, ${look}`, `desk-${section.toLowerCase()}-${look}`, async () => {
        await page.setViewportSize(size)
        await setMode(page, { ...PLAIN, theme })
        await expect(page.getByText('One moment, please')).toHaveCount(0)
      })
    }
  }
  await setMode(page, PLAIN)
  await desk.go('Live')
  await page.setViewportSize(LOOKS[0].size)
  await step('a connector, and what staff can do there', 'desk-live-connector', async () => {
    await page.getByRole('row', { name: /^3 / }).click()
    await expect(desk.sheet).toBeVisible()
  })
})
