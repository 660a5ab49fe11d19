import { Desk, MANAGER_PIN, STAFF_PIN } from './pages/desk.ts'
import { LiveDesk } from './pages/desk-live.ts'
import { expect, test } from './support/story.ts'

test.use({ size: { widthPx: 1366, heightPx: 768 } })
test.setTimeout(150_000)

test.describe('a desk that locks soon', () => {
  test.use({ people: true, atDesk: { lockAfterMinutes: 1 } })

  test('says so half a minute before, and one key keeps it open', async ({ arrive }) => {
    const { terminal } = await arrive()
    const desk = new Desk(terminal)
    await desk.open(STAFF_PIN)
    const warning = desk.page.getByText(/^Locks in 0:[12]\d$/)
    await expect(warning).toBeVisible({ timeout: 45_000 })
    await expect(desk.page.getByRole('alert')).toContainText('The desk locks in half a minute.')
    await desk.page.keyboard.press('Shift')
    await expect(warning).toBeHidden()
    await expect(desk.lock).toBeVisible()
  })
})

test.describe('a desk that has locked', () => {
  test.use({ people: true })

  test('what was typed waits for whoever typed it', async ({ arrive }) => {
    const { terminal } = await arrive()
    const desk = new Desk(terminal)
    const live = new LiveDesk(desk)
    const room = live.sheet.getByLabel('Room or booking')
    /** Main locks, and the page hears of it. */
    const lockByItself = async (): Promise<void> => {
      await desk.page.evaluate(() => window.terminal.invoke('desk.lock', { keepGuest: false }))
      await expect(desk.page.locator('.desk')).toHaveCount(0)
    }
    await desk.open(MANAGER_PIN)
    await live.open('1')
    await live.chooseCard()
    await room.fill('214')

    await test.step('and for nobody else', async () => {
      await lockByItself()
      await desk.open(STAFF_PIN)
      await expect(live.row('1')).toBeVisible()
      await expect(live.sheet).toBeHidden()
      await desk.lock.click()
    })
    await test.step('the same connector is open again, with its room', async () => {
      await desk.open(MANAGER_PIN)
      await live.open('1')
      await live.chooseCard()
      await room.fill('215')
      await lockByItself()
      // The sheet opens at once, and what is under it is out of reach: also the desk's lock.
      await desk.knock()
      await desk.enterPin(MANAGER_PIN)
      await expect(live.sheet.getByRole('heading', { name: 'Connector 1' })).toBeVisible()
      await live.chooseCard()
      await expect(room).toHaveValue('215')
      await live.shut()
    })
    await test.step('the desk speaks another language than the guests, and keeps it', async () => {
      await desk.page.getByRole('button', { name: 'Deutsch' }).click()
      await expect(desk.page.getByRole('button', { name: 'Ladevorgänge' })).toBeVisible()
      await desk.page.getByRole('button', { name: 'Sperren' }).click()
      await expect(desk.page.getByRole('button', { name: 'Help', exact: true })).toBeVisible()
      await desk.knock()
      await desk.enterPin(MANAGER_PIN)
      await expect(desk.page.getByRole('button', { name: 'Ladevorgänge' })).toBeVisible()
    })
    await test.step('persons change by one key and a PIN; each reads their own language', async () => {
      await desk.page.getByRole('button', { name: 'Person wechseln' }).click()
      await desk.enterPin(STAFF_PIN)
      await expect(desk.page.getByRole('button', { name: 'Sessions' })).toBeVisible()
      await desk.page.getByRole('button', { name: 'change person' }).click()
      await desk.enterPin(MANAGER_PIN)
      await expect(desk.page.getByRole('button', { name: 'Ladevorgänge' })).toBeVisible()
    })
  })
})
