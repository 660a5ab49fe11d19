import { Guest } from './pages/guest.ts'
import { harms, replaced, untilTrusted } from './support/harm.ts'
import { expect, test } from './support/story.ts'

test.slow()

test('whatever becomes of the window, a new one shows the guest the same screen', async ({
  arrive,
}) => {
  const arrived = await arrive()
  let { terminal } = arrived
  await arrived.guest.board.language('Deutsch').click()
  await arrived.guest.choose('3')

  for (const [name, harm] of Object.entries(harms)) {
    await test.step(name, async () => {
      await untilTrusted(terminal.page)
      terminal = await replaced(terminal, harm)
      const guest = new Guest(terminal)
      await expect(guest.connector.heading('3')).toBeVisible()
      await expect(guest.page.locator('html')).toHaveAttribute('lang', 'de')
      expect(terminal.page.context().pages()).toHaveLength(1)
    })
  }
})
