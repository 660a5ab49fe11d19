import { ClaimPage } from './pages/claim.ts'
import { Desk, STAFF_PIN } from './pages/desk.ts'
import { LiveDesk } from './pages/desk-live.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

test.describe('a guest who has started and gone to the car', () => {
  test.use({ people: true })
  test.setTimeout(150_000)

  test('keeps the start from the next person at the screen, and comes back to it by its code', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { board, charging, dialog, page, starting } = guest
    const claim = new ClaimPage(page)
    await guest.start('3')
    await expect(starting.code).toBeAttached()
    const code = (await starting.code.innerText()).replaceAll(/\D/g, '')
    expect(code).toMatch(/^\d{4}$/)
    await guest.back.click()
    await page.evaluate(() => window.terminal.invoke('guest.left', {}))

    await test.step('the next person sees that a start is under way, and cannot cancel it', async () => {
      await board.tile('3').open.click()
      await expect(page.getByText('A start is under way here')).toBeVisible()
      await expect(claim.keys).toBeVisible()
      await expect(starting.cancel).toBeHidden()
      await expect(starting.countdown).toBeHidden()
      const told = await page.evaluate(async () => {
        const model = await window.terminal.invoke('live.model', {})
        const [start] = model.ok ? model.value.starts : []
        const cancel = { startId: start?.id ?? '' }
        return { start, answer: await window.terminal.invoke('charging.cancel', cancel) }
      })
      expect(told.start).toMatchObject({ claimed: false, code: null, target: null, payment: null })
      expect(told.answer).toMatchObject({ ok: false, error: { code: 'not-claimed' } })
    })

    await test.step('a wrong code is said to be wrong, and the desk is the way out', async () => {
      await claim.enter(code === '0000' ? '0001' : '0000')
      await expect(page.getByRole('alert').first()).toHaveText('That is not the right code.')
      await expect(page.getByRole('button', { name: 'Ask the front desk' })).toBeVisible()
    })

    await test.step('the code brings the guest back: code, cancel and steps are there again', async () => {
      await claim.enter(code)
      await expect(starting.plugIn).toBeVisible()
      await expect(starting.cancel).toBeVisible()
      await expect(starting.code).toBeAttached()
      await guest.back.click()
      await page.evaluate(() => window.terminal.invoke('guest.left', {}))
    })

    await test.step('it charges, and the same code opens the charge', async () => {
      await network.plugIn('3', FAST_CAR)
      await board.tile('3').mine.click()
      await claim.enter(code)
      await expect(charging.stop).toBeEnabled()
      await expect(dialog).toBeHidden()
      await network.expectEvents('remoteStop', 0)
      await network.expectEvents('started', 1)
    })
  })

  test('has it cancelled at the desk, where that is noted', async ({ arrive, network }) => {
    const { guest, terminal } = await arrive()
    await guest.start('3')
    await guest.back.click()
    await guest.page.evaluate(() => window.terminal.invoke('guest.left', {}))
    const desk = new Desk(terminal)
    const live = new LiveDesk(desk)
    await desk.open(STAFF_PIN)
    await live.open('3')
    await live.sheet.getByRole('button', { name: 'Cancel the start' }).click()
    await live.confirm.getByRole('button', { name: 'Cancel the start' }).click()
    await expect(live.sheet.getByRole('status').getByText('Cancelled')).toBeVisible()
    await network.plugIn('3', FAST_CAR)
    await network.expectEvents('remoteStop', 1)
  })
})
