import { SetupPage } from './pages/setup.ts'
import { expect, test } from './support/story.ts'

test.use({ size: { widthPx: 1366, heightPx: 768 } })

test('set-up proposes what is true at the site, and says what is missing where it is', async ({
  sim,
  arriveAtDemo,
}) => {
  const { terminal } = await arriveAtDemo()
  const setup = new SetupPage(terminal)
  await setup.enter()
  await setup.reachPlace(sim)
  await setup.choose(/^Hotel Mozart/)
  await setup.next.click()

  await test.step('time zone and language of its country, whatever this machine says', async () => {
    const zone = setup.field('Time zone')
    await expect(zone).toHaveValue('Europe/Vienna')
    await expect(setup.field('Language of the site')).toHaveValue('de')
    await zone.selectOption('UTC')
    await expect(setup.main).toContainText('Do clocks at the site really go by UTC?')
    await zone.selectOption('Europe/Vienna')
    await expect(setup.main).not.toContainText('Do clocks at the site')
    await setup.next.click()
  })
  await test.step('why the own card cannot be chosen', async () => {
    await expect(setup.field(/^Guests may start with their own/)).toBeDisabled()
    await expect(setup.main).toContainText('Only with a card reader')
    await setup.next.click()
  })
  await test.step('the manager’s row is there, what it lacks is said; the PIN can be looked at', async () => {
    await expect(setup.main).toContainText('The manager’s name and PIN are still missing.')
    await setup.field('Name').first().fill('Max')
    const pin = setup.field('PIN').first()
    await pin.fill('482913')
    await expect(pin).toHaveAttribute('type', 'password')
    await setup.button('Show the PIN').first().click()
    await expect(pin).toHaveAttribute('type', 'text')
    await setup.button('Show the PIN').first().click()
    await expect(pin).toHaveAttribute('type', 'password')
    await setup.next.click()
  })
  await setup.next.click()
  await expect(setup.heading('Check and finish')).toBeVisible()
  await expect(setup.main).toContainText('Deutsch, Europe/Vienna')
})
