import { SetupPage } from './pages/setup.ts'
import { expectAccessible } from './support/axe.ts'
import { SHADES } from './support/modes.ts'
import { expect, test } from './support/story.ts'

test.use({ size: { widthPx: 1366, heightPx: 768 } })
test.setTimeout(240_000)

test('every step can be read and reached, in light and dark, on each screen', async ({
  sim,
  arriveAtDemo,
}) => {
  const { terminal } = await arriveAtDemo()
  const { page } = terminal
  const setup = new SetupPage(terminal)
  await setup.enter()
  const check = async (step: string): Promise<void> => {
    await expectAccessible(page, step, SHADES.slice(0, 2))
    for (const size of [
      { width: 1080, height: 1920 },
      { width: 1920, height: 1080 },
      { width: 1366, height: 768 },
    ]) {
      await page.setViewportSize(size)
      const overflowPx = (): Promise<number> =>
        page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement
          return scrollWidth - clientWidth
        })
      await expect.poll(overflowPx, `${step} at ${String(size.width)}`).toBeLessThanOrEqual(0)
    }
  }
  await setup.contact(sim.endpoint, 'guessed')
  await setup.tried(/The key is accepted/).waitFor()
  await check('endpoint')
  await setup.contact(sim.endpoint, sim.key)
  await setup.next.click()
  await setup.choose(/^Register/)
  await setup.field('First name').waitFor()
  await check('register')
  await setup.choose(/^Sign in/)
  await setup.signIn(sim.account)
  await setup.choose(/^Hotel Mozart/)
  await setup.settleTheRest('482913')
  await check('finish')
  await setup.steps.getByRole('button', { name: 'PINs' }).click()
  await check('people')
})
