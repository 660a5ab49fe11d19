import { askPlatform } from './support/account.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

const METER = 'query ($id: ID!) { chargelog(id: $id) { meterStart meterEnd } }'
/** Stations of the demo network send meter values every 10 s. */
const METER_MS = 30_000
const MINUTE_MS = 60_000

test.describe('the whole job on the hotel site', () => {
  test('a guest starts, plugs in, watches, stops and reads what it cost', async ({
    arrive,
    network,
    sim,
  }) => {
    const { guest } = await arrive()
    const { board, connector, starting, charging, summary } = guest

    await test.step('the price is told before anything starts', async () => {
      await expect(board.tile('3').root).toContainText('€0.59 per\u00a0kWh')
      await guest.choose('3')
      await expect(connector.body).toContainText('CCS, 150 kW')
      await expect(connector.body.getByText(/Price as of \d\d:\d\d/)).toBeVisible()
      await expect(connector.body).toContainText('take the cable from the station')
      await expect(connector.cards.first()).toBeChecked()
      await network.expectAsked('site')
      await network.expectAsked('chargelogsPaged')
      await network.expectAsked('availableCardsForChargingProcess')
    })

    await test.step('what to do is said in the guest’s words; the steps with time and source are behind Details', async () => {
      await connector.start.click()
      await expect(starting.plugIn).toBeVisible()
      await expect(starting.countdown).toHaveText(/^[45]:\d\d$/)
      await expect(connector.body).not.toContainText(/terminal|network|\d\d:\d\d:\d\d/)
      await starting.lookAtSteps(async (steps) => {
        await expect(steps.nth(0)).toHaveText(/You chose this plug\d\d:\d\d:\d\dthis term/)
        await expect(steps.nth(1)).toHaveText(/Request sent\d\d:\d\d:\d\dthis terminal/)
        await expect(steps.filter({ hasText: 'Waiting for your cable' })).toHaveText(
          /\d\d:\d\d:\d\dcharging network/,
        )
      })
    })

    const shownKWh: number[] = []
    await test.step('the cable is in: energy, power, battery and time are told, and change', async () => {
      await network.plugIn('3', FAST_CAR)
      await expect(charging.stop).toBeVisible()
      await expect(charging.energy).toBeVisible({ timeout: METER_MS })
      await expect(charging.body).toContainText(/\d+\.\d\skW/)
      await expect(charging.battery).toHaveAccessibleName(/Battery 4\d%/)
      const first = await charging.energyKWh()
      await expect.poll(() => charging.energyKWh(), { timeout: METER_MS }).toBeGreaterThan(first)
      shownKWh.push(first, await charging.energyKWh())
      await network.expectAsked('attemptRemoteStart')
      await network.expectAsked('remoteStartAttemptStatus')
      await network.expectAsked('connector')
      await network.expectAsked('chargelogMeterValuesSummary')
    })

    const { session } = await network.plug('3')
    await test.step('holding the button stops, and the summary comes by itself', async () => {
      await charging.holdToStop()
      await expect(summary.heading).toBeVisible()
      await network.expectEvents('remoteStop', 1)
      await network.expectAsked('remoteStop')
      await network.expectAsked('chargelog')
    })

    await test.step('the meter is told as delivered, and every line of the cost', async () => {
      const delivered = await askPlatform(sim, METER, { id: session?.chargelogId })
      const { meterStart, meterEnd } = delivered as { meterStart: number; meterEnd: number }
      await summary.openMeter()
      await expect(summary.value('Meter at start')).toContainText(String(meterStart))
      await expect(summary.value('Meter at end')).toContainText(String(meterEnd))
      await expect(summary.body).toContainText(/Energy\d+\.\d+\skWh/)
      await expect(summary.body).toContainText(/CO₂ saved\d/)
      const row = (name: RegExp) => summary.costs.getByRole('row', { name })
      await expect(row(/^Energy/)).toHaveText(/Net €\d.*Tax 20% €\d.*€\d/)
      await expect(summary.body).not.toContainText('still being computed')
      await expect(row(/^Total/)).toHaveText(/including tax.*€\d+\.\d\d/)
    })

    await test.step('done: the board returns, and the plug is free once the cable is out', async () => {
      await summary.done.click()
      await expect(board.tile('3').root).toContainText('Unplug, please')
      await network.unplug('3')
      await expect(board.tile('3').root).toContainText('Free')
      expect(shownKWh[1]).toBeGreaterThan(shownKWh[0] ?? Infinity)
      await network.expectEvents('attemptRemoteStart', 1)
    })
  })

  test.describe('in German', () => {
    test.use({ language: 'de' })

    test('the same job is told in German, numbers and money too', async ({ arriveAtDemo }) => {
      const { guest, network } = await arriveAtDemo()
      const { board, connector, starting, charging, summary } = guest

      await expect(board.plugs).toHaveAccessibleName('Ladeplätze')
      await guest.choose('3')
      await expect(connector.body).toContainText('So geht es')
      await connector.start.click()
      await expect(starting.plugIn).toHaveText('Jetzt einstecken')
      await network.plugIn('3', FAST_CAR)
      await expect(charging.stop).toBeVisible()
      await network.control.advance(MINUTE_MS)
      await expect(charging.energy).toHaveText(/^\d+,\d\skWh$/)
      await expect(charging.body).toContainText('Ihr Auto lädt')
      await charging.holdToStop()
      await expect(summary.heading).toHaveText('Vielen Dank!')
      await expect(summary.costs.getByRole('row', { name: /^Summe/ })).toHaveText(/\d,\d\d\s€/)
    })
  })

  test('by keyboard alone: a stop asks, because a key cannot hold', async ({ arrive, network }) => {
    const { guest } = await arrive()
    const { board, connector, starting, charging, summary, page } = guest

    await board.tile('1').charge.press('Enter')
    await connector.chooseCard()
    await connector.start.press('Enter')
    await expect(starting.plugIn).toBeVisible()
    await network.plugIn('1')
    await charging.stop.press('Enter')
    await expect(page.getByRole('button', { name: 'No, go on charging' })).toBeFocused()
    await charging.confirmStop.press('Enter')
    await expect(summary.heading).toBeVisible()
  })

  test('a car that is unplugged ends the charge, and the summary is there', async ({
    arrive,
    network,
  }) => {
    const { guest } = await arrive()
    const { charging, summary } = guest

    await guest.start('3')
    await network.plugIn('3', FAST_CAR)
    await expect(charging.stop).toBeVisible()
    await network.unplug('3')
    await expect(summary.heading).toBeVisible()
    await network.expectEvents('remoteStop', 0)
  })
})
