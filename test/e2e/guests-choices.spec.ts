import { ChoosingPage } from './pages/choosing.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

const MINUTE_MS = 60_000

test.describe('before a start', () => {
  test('the price comes first: the rate as delivered, and examples of all its parts', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { connector, page } = guest

    await guest.choose('1')
    await expect(connector.body).toContainText('0.35 EUR/kWh')
    await expect(connector.body).toContainText('billed after the session ends')
    await expect(connector.body).toContainText(/20\skWh: about \D?7\.00/)
    await expect(page.getByRole('img', { name: 'Terms and conditions' })).toBeVisible()
    await expect(page.getByRole('img', { name: 'Privacy policy' })).toBeVisible()
    await guest.back.click()

    await guest.choose('3')
    await expect(connector.body).toContainText('0.59 EUR/kWh + 0.10 EUR/min after 60 min')
    await expect(connector.body).toContainText(/20\skWh in 1\sh: about \D?11\.80/)
    await expect(connector.body).toContainText(/20\skWh in 1\sh 30\smin: about \D?14\.80/)
    await network.expectAsked('legalDocuments')
  })

  test('a package has its price and its time, and the platform ends it', async ({
    arriveAtDemo,
  }) => {
    const { guest, network } = await arriveAtDemo()
    const { connector, starting, charging, summary } = guest
    const choosing = new ChoosingPage(guest.page)

    await guest.choose('1')
    await expect(choosing.packages.getByRole('radio', { name: /No package/ })).toBeChecked()
    await expect(choosing.packages).toContainText(/Two hours.*Stops by itself after 2\sh.*9\.00/s)
    await expect(choosing.packages).toContainText(/Overnight.*19\.00/s)
    await choosing.choose(choosing.packages, /Two hours/)
    await expect(choosing.targets.getByRole('radio', { name: 'Time' })).toHaveCount(0)
    await connector.start.click()
    await starting.plugIn.waitFor()
    await network.plugIn('1')
    await expect(charging.stop).toBeVisible()

    await network.control.advance(121 * MINUTE_MS)
    await expect(summary.heading).toBeVisible()
    await expect(summary.costs).toContainText('9.00')
    await network.expectEvents('remoteStop', 0)
    await network.expectAsked('ratePackageByConnectorId')
    await network.expectAsked('settings')
  })

  test('a package whose currency nobody names is not sold, and says why', async ({
    arrive,
    network,
  }) => {
    await network.control.setFault('nulls', { operations: ['settings', 'contact'] })
    const { guest } = await arrive()
    const choosing = new ChoosingPage(guest.page)
    await guest.choose('1')
    await expect(choosing.packages).toContainText(/Two hours.*Stops by itself after 2\sh/s)
    await expect(choosing.packages).toContainText('does not say in which currency the price is')
    await expect(choosing.packages).not.toContainText(/\d\.\d\d(?! EUR)/)
    await expect(choosing.packages.getByRole('radio', { name: /Two hours/ })).toBeDisabled()
    await expect(choosing.packages.getByRole('radio', { name: /No package/ })).toBeChecked()
    await network.expectAsked('contact')
  })
})

test.describe('stop at', () => {
  const targets = [
    { kind: 'an energy', choice: 'Energy', set: '5 kWh', shown: 'Stops at 5 kWh' },
    { kind: 'a state of charge', choice: 'Battery', set: '50%', shown: 'Stops at 50%' },
  ]
  for (const { kind, choice, set, shown } of targets) {
    test(`${kind}: the terminal watches it, says so, and stops once`, async ({ arriveAtDemo }) => {
      const { guest, network } = await arriveAtDemo()
      const { connector, starting, charging, summary, page } = guest
      const choosing = new ChoosingPage(page)

      await guest.choose('3')
      await choosing.choose(choosing.targets, new RegExp(`^${choice}$`))
      await expect(choosing.targets).toContainText('This terminal watches it')
      const amount = choosing.targets.getByRole('status')
      while ((await amount.innerText()).replaceAll(/\s/g, ' ') !== set) await choosing.less.click()
      await connector.start.click()
      await starting.plugIn.waitFor()
      await network.plugIn('3', FAST_CAR)
      await expect(charging.body).toContainText(shown)

      await network.control.setSpeed(20)
      await expect(summary.heading).toBeVisible({ timeout: 30_000 })
      await network.expectEvents('remoteStop', 1)
    })
  }
})

test.describe('stop at a time', () => {
  test('the platform is told and ends it by itself; the screen says so', async ({
    arriveAtDemo,
  }) => {
    const { guest, network } = await arriveAtDemo()
    const { connector, starting, charging, summary } = guest
    const choosing = new ChoosingPage(guest.page)

    await guest.choose('3')
    await choosing.choose(choosing.targets, /^Time$/)
    await expect(choosing.targets).toContainText('The charging network stops the charge by itself.')
    await expect(choosing.targets).not.toContainText('This terminal watches it')
    const amount = choosing.targets.getByRole('status')
    while ((await amount.innerText()).replaceAll(/\s/g, ' ') !== '45 min')
      await choosing.less.click()
    await connector.start.click()
    await starting.plugIn.waitFor()
    const [asked] = await network.events('attemptRemoteStart')
    expect(asked?.facts).toMatchObject({ stopMinutes: 45 })
    await network.plugIn('3', { ...FAST_CAR, maxPowerKW: 11 })
    await expect(charging.body).toContainText(/Stops by itself at \d\d:\d\d/)

    await network.control.advance(40 * MINUTE_MS)
    await expect(guest.page.getByRole('banner')).toContainText(/· (?:39|4\d)\smin/)
    await expect(charging.stop).toBeEnabled()
    await network.control.advance(6 * MINUTE_MS)
    await expect(summary.heading).toBeVisible()
    await network.expectEvents('stopped', 1)
    await network.expectEvents('remoteStop', 0)
  })
})

test.describe('a plug that is free of charge', () => {
  test.use({ demoSite: 'garage', size: { widthPx: 1920, heightPx: 1080 } })

  test('asks for one touch', async ({ arrive, network }) => {
    const { guest } = await arrive()
    const { board, connector, starting, charging } = guest

    await (await board.reach(/^Plug 200,.*Free of charge/)).click()
    await expect(connector.body).toContainText('There is nothing to pay here.')
    await connector.start.click()
    await expect(starting.plugIn).toBeVisible()
    await network.plugIn('200')
    await expect(charging.stop).toBeVisible({ timeout: 20_000 })
  })
})
