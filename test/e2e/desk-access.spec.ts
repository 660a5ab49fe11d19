import { Desk, MANAGER_PIN, STAFF_PIN } from './pages/desk.ts'
import { expect, test } from './support/story.ts'

test.use({ people: true, size: { widthPx: 1366, heightPx: 768 } })

test.describe('the door to the desk', () => {
  test('opens to a PIN, slows wrong ones down over a restart, and is written down', async ({
    arrive,
  }) => {
    test.setTimeout(120_000)
    const { terminal } = await arrive()
    const desk = new Desk(terminal)

    await test.step('wrong PINs are told, then slowed down', async () => {
      await desk.knock()
      for (const wrong of ['0000', '1111', '2222']) {
        await desk.enterPin(wrong)
        await expect(desk.sheet.getByRole('alert')).toContainText('not a PIN of this terminal')
      }
      await expect(desk.sheet.getByRole('alert')).toContainText('You can try again in 0:')
    })

    const again = new Desk(await terminal.restart())
    await test.step('after a restart still', async () => {
      await again.page.getByRole('main').getByRole('button').first().waitFor()
      await again.knock()
      await again.enterPin(STAFF_PIN)
      await expect(again.sheet.getByRole('alert')).toContainText('wrong too many times')
    })

    await test.step('a manager comes in all the same', async () => {
      await again.enterPin(MANAGER_PIN)
      await expect(again.main).toContainText('Live')
    })
  })

  test('a manager reads who did what; staff do not; locked, nothing of the desk is left', async ({
    arrive,
  }) => {
    const { guest, terminal } = await arrive()
    const desk = new Desk(terminal)

    await desk.open(STAFF_PIN)
    await expect(desk.main).toContainText('Live')
    const refused = await desk.page.evaluate(() =>
      window.terminal.invoke('desk.audit', { beforeId: null, limit: 10 }),
    )
    expect(refused).toMatchObject({ ok: false, error: { code: 'needs-manager' } })
    await desk.lock.click()
    await expect(guest.board.tile('1').charge).toBeVisible()

    const asGuest = await desk.page.evaluate(() =>
      window.terminal.invoke('desk.stopCode', { sessionId: 'any' }),
    )
    expect(asGuest).toMatchObject({ ok: false, error: { code: 'wrong-mode' } })

    await desk.open(MANAGER_PIN)
    const told = await desk.page.evaluate(() =>
      window.terminal.invoke('desk.audit', { beforeId: null, limit: 10 }),
    )
    const { value } = told as { value: { who: string; action: string }[] }
    expect(value.map(({ who, action }) => [who, action]).slice(0, 3)).toEqual([
      ['Max', 'desk.unlock'],
      ['Ida', 'desk.lock'],
      ['Ida', 'desk.unlock'],
    ])
    expect(terminal.process.lines.join('\n')).not.toContain(MANAGER_PIN)
  })
})

test.describe('a desk that nobody touches', () => {
  test.use({ atDesk: { lockAfterMinutes: 0.1 } })

  test('locks by itself', async ({ arrive }) => {
    const { guest, terminal } = await arrive()
    const desk = new Desk(terminal)
    await desk.open(STAFF_PIN)
    await expect(guest.board.tile('1').charge).toBeVisible({ timeout: 15_000 })
  })
})
