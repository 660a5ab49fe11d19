import { Desk, STAFF_PIN } from './pages/desk.ts'
import { LiveDesk } from './pages/desk-live.ts'
import { DeskSessions } from './pages/desk-sessions.ts'
import { expect, test } from './support/story.ts'
import { tabTo } from './support/tab-to.ts'

test.use({ people: true, size: { widthPx: 1366, heightPx: 768 } })

test('start, stop and export by keyboard alone', async ({ arrive, network }) => {
  test.setTimeout(120_000)
  const { terminal } = await arrive()
  const desk = new Desk(terminal)
  const live = new LiveDesk(desk)
  const { page } = desk
  const press = async (name: string, key = 'Enter'): Promise<void> => {
    await tabTo(page, name)
    await page.keyboard.press(key)
  }

  await test.step('to the desk', async () => {
    await press('Help')
    await expect(desk.sheet).toBeVisible()
    await press('Staff')
    await desk.enterPin(STAFF_PIN)
    await expect(desk.lock).toBeVisible()
  })

  await test.step('a start', async () => {
    await expect(live.row('1')).toBeVisible()
    await press('1\n')
    await expect(live.sheet.getByRole('radio', { name: 'Hotel guests' })).toBeVisible()
    await press('Hotel guests', 'Space')
    await press('Start now')
    await network.expectAsked('attemptRemoteStart')
    await network.plugIn('1')
    await expect(live.sheet.getByRole('heading', { name: 'Running session' })).toBeVisible({
      timeout: 20_000,
    })
  })

  await test.step('its stop', async () => {
    await press('Stop …')
    await expect(live.confirm).toBeVisible()
    await press('Stop now')
    await network.expectEvents('remoteStop', 1)
    await expect(live.sheet.getByRole('heading', { name: 'Running session' })).toBeHidden({
      timeout: 20_000,
    })
    await page.keyboard.press('Escape')
    await expect(live.sheet).toBeHidden()
  })

  await test.step('the list as a file', async () => {
    const sessions = new DeskSessions(desk)
    await press('Sessions')
    await sessions.rows.first().waitFor()
    await press('Export list')
    await expect(sessions.exportPanel).toContainText('The file is ready', { timeout: 60_000 })
  })
})
