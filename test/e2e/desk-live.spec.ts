import { Desk, MANAGER_PIN, STAFF_PIN } from './pages/desk.ts'
import { LiveDesk } from './pages/desk-live.ts'
import { expectAccessible } from './support/axe.ts'
import { PLAIN } from './support/modes.ts'
import { expect, test } from './support/story.ts'

const LIGHT_AND_DARK = [PLAIN, { ...PLAIN, theme: 'dark' as const }]

test.use({ people: true, size: { widthPx: 1366, heightPx: 768 } })

test.describe('staff at the live desk', () => {
  test('start for a guest with card, booking, package and target, read out the code and stop', async ({
    arrive,
    network,
  }) => {
    test.setTimeout(150_000)
    const { terminal } = await arrive()
    const desk = new Desk(terminal)
    const live = new LiveDesk(desk)
    await desk.open(STAFF_PIN)

    await test.step('a card, a package and a booking, by keyboard from the row', async () => {
      await live.row('1').focus()
      await live.page.keyboard.press('Enter')
      await live.chooseCard()
      await live.sheet.getByLabel('Room or booking').fill('214')
      await live.sheet.getByRole('radio', { name: 'Two hours' }).check({ force: true })
      await expect(live.sheet.getByText('€9.00')).toBeVisible()
      await expect(live.sheet.getByLabel('Without invoice')).toHaveCount(0)
      await live.startNow.click()
      await expect(
        live.sheet.getByRole('status').getByText(/Now the cable: \d:\d\d left/),
      ).toBeVisible()
      await network.expectAsked('attemptRemoteStart')
      await network.expectAsked('ratePackageByConnectorId')
      const [sent] = await network.events('attemptRemoteStart')
      expect(JSON.stringify(sent?.facts)).toContain('ratePackage')
    })

    await test.step('the session runs, with its figures and its booking', async () => {
      await network.plugIn('1')
      await expect(live.sheet.getByRole('heading', { name: 'Running session' })).toBeVisible()
      await expect(live.sheet.getByText('214')).toBeVisible()
      await expect(live.sheet.getByText('the desk', { exact: true })).toBeVisible()
    })

    await test.step('the stop code is read out, large, and hidden again', async () => {
      await live.sheet.getByRole('button', { name: 'Read out the stop code' }).click()
      await expect(live.sheet.getByText(/^\d{4}$/)).toBeVisible()
      await live.sheet.getByRole('button', { name: 'Hide' }).click()
      await expect(live.sheet.getByText(/^\d{4}$/)).toBeHidden()
    })

    await test.step('a stop wants a reason, and is confirmed', async () => {
      await live.sheet.getByLabel('Reason').selectOption({ label: 'Something else' })
      await live.sheet.getByRole('button', { name: 'Stop …' }).click()
      await expect(live.sheet.getByText('Please say why.')).toBeVisible()
      await live.stop({ words: 'Early departure' })
      await network.expectEvents('remoteStop', 1)
      await expect(live.sheet.getByRole('heading', { name: 'Running session' })).toBeHidden()
      await live.shut()
    })

    await test.step('a target goes along with the start, which is then cancelled', async () => {
      await live.open('3')
      await expect(live.sheet.getByText('Can be started and stopped')).toBeVisible()
      await network.expectAsked('cpCapabilities')
      await live.chooseCard()
      await live.sheet.getByRole('radio', { name: 'Battery' }).check({ force: true })
      await live.startNow.click()
      await live.sheet.getByRole('button', { name: 'Cancel the start' }).click()
      await live.confirm.getByRole('button', { name: 'Cancel the start' }).click()
      await expect(live.sheet.getByRole('status').getByText('Cancelled')).toBeVisible()
      await live.shut()
    })

    await test.step('without an invoice is refused to staff, whatever the page asks for', async () => {
      const told = await live.page.evaluate(
        async (connectorId) => {
          const offer = await window.terminal.invoke('charging.options', { connectorId })
          if (!offer.ok) return offer
          return window.terminal.invoke('desk.start', {
            connectorId,
            optionId: offer.value.options[0]?.id ?? '',
            requestId: 'free-by-staff',
            withoutInvoice: true,
          })
        },
        (await network.plug('1')).id,
      )
      expect(told).toMatchObject({ ok: false, error: { code: 'needs-manager' } })
      expect(await network.requests('remoteStartWithoutInvoicing')).toBe(0)
    })

    await test.step('every deed is in the audit trail, in the order in which it was done', async () => {
      await desk.lock.click()
      await desk.open(MANAGER_PIN)
      const deeds = (await live.audit()).filter(({ who }) => who === 'Ida').reverse()
      expect(deeds.map(({ action }) => action)).toEqual([
        'desk.unlock',
        'start',
        'read-stop-code',
        'stop',
        'start',
        'cancel',
        'desk.lock',
      ])
      expect(deeds[1]).toMatchObject({ subject: '1', details: { booking: 'yes' } })
      expect(deeds[3]?.details['reason']).toBe('Early departure')
    })
  })

  test.describe('of the demo', () => {
    // It has people of its own, and a folder that has a site's is no demo.
    test.use({ people: false })

    test('see every connector as table and tiles, and why one cannot start', async ({
      arriveAtDemo,
    }) => {
      test.setTimeout(150_000)
      const { network, terminal } = await arriveAtDemo()
      const desk = new Desk(terminal)
      const live = new LiveDesk(desk)
      await network.control.advance(45 * 60_000)
      await desk.open(MANAGER_PIN)

      await test.step('alerts: faulted, and idle for long as computed here', async () => {
        await expect(live.alerts).toContainText('Connector 6: out of order')
        await live.openAlerts()
        await expect(live.alerts.getByText('Connector 5: occupied, takes no energy')).toBeVisible()
        await expect(live.alerts.getByText(/as this terminal saw it/)).toBeVisible()
      })

      await test.step('an alert leads to its connector, which tells why it cannot start', async () => {
        await live.alerts.getByRole('button', { name: 'Connector 6: out of order' }).click()
        await expect(
          live.sheet.getByText(/^Why it cannot start: The station is out of order/),
        ).toBeVisible()
        await expect(live.sheet.getByText('Faulted / Faulted / Faulted')).toBeVisible()
        await live.shut()
      })

      await test.step('offline', async () => {
        const [station] = (await network.control.overview()).sites.flatMap(({ stations }) =>
          stations.filter(({ connectors }) => connectors.some(({ number }) => number === '3')),
        )
        await network.control.stationOffline(station?.id ?? '', true)
        await expect(live.alerts.getByText('Connector 3: the station does not answer')).toBeVisible(
          {
            timeout: 20_000,
          },
        )
        await network.control.stationOffline(station?.id ?? '', false)
      })

      await test.step('filters, search and sorting', async () => {
        const rows = live.table.getByRole('row').filter({ has: live.page.getByRole('gridcell') })
        await live.page.getByRole('button', { name: /^Out of order/ }).click()
        await expect(rows).toHaveCount(1)
        await live.page.getByRole('button', { name: 'Show all' }).click()
        await live.page.getByRole('combobox', { name: 'Plug' }).selectOption({ label: 'CCS' })
        await expect(rows).toHaveCount(2)
        await live.page.getByRole('searchbox').fill('nothing like it')
        await expect(live.page.getByText('No connectors match.')).toBeVisible()
        await live.page.getByRole('button', { name: 'Show all' }).first().click()
        const heading = live.table.getByRole('button', { name: 'No.' })
        await heading.click()
        await heading.click()
        await expect(rows.first().getByRole('gridcell').nth(1)).toHaveText('6')
        await live.row('6').focus()
        await live.page.keyboard.press('ArrowDown')
        await expect(live.row('5')).toBeFocused()
        await live.page.keyboard.press('Enter')
        await expect(live.sheet.getByRole('heading', { name: 'Connector 5' })).toBeVisible()
        await live.shut()
      })

      await test.step('tiles are kept while at the desk', async () => {
        await live.page.getByRole('button', { name: 'Tiles' }).click()
        await desk.go('Terminal')
        await desk.go('Live')
        await live.page.getByRole('button', { name: /^2 Charging/ }).click()
        await expect(live.sheet.getByRole('heading', { name: 'Running session' })).toBeVisible()
      })
    })
  })

  test('can use it all, whatever helps them to', async ({ arrive }) => {
    test.setTimeout(240_000)
    const { terminal } = await arrive()
    const desk = new Desk(terminal)
    const live = new LiveDesk(desk)
    await desk.open(MANAGER_PIN)
    await expectAccessible(live.page, 'table', LIGHT_AND_DARK)
    await live.open('2')
    await expectAccessible(live.page, 'a running session', LIGHT_AND_DARK)
    await live.shut()
    await live.open('1')
    await live.chooseCard()
    await expectAccessible(live.page, 'a start', LIGHT_AND_DARK)
    await live.shut()
    await live.page.getByRole('button', { name: 'Tiles' }).click()
    await expectAccessible(live.page, 'tiles', LIGHT_AND_DARK)
  })

  test('close a session that the network counts for ever, and the guests’ board is not blocked', async ({
    arrive,
    network,
  }) => {
    test.setTimeout(120_000)
    const { guest, terminal } = await arrive()
    const desk = new Desk(terminal)
    const live = new LiveDesk(desk)
    await network.control.setFault('stopRejected')
    await desk.open(MANAGER_PIN)
    await live.open('2')
    await expect(live.sheet.getByRole('button', { name: 'Close …' })).toHaveCount(0)
    await live.stop()
    await expect(live.sheet.getByText('Stopping did not work')).toBeVisible()

    await live.sheet.getByLabel('Reason').last().selectOption({ label: 'The car is gone' })
    await live.sheet.getByRole('button', { name: 'Close …' }).click()
    await expect(live.confirm).toContainText('the charging network may still count it')
    await live.confirm.getByRole('button', { name: 'Close it' }).click()
    await expect(
      live.sheet.getByText(/A session was closed at the desk by Max at \d\d:\d\d/),
    ).toBeVisible()
    const [entry] = await live.audit(1)
    expect(entry).toMatchObject({
      who: 'Max',
      action: 'close',
      subject: '2',
      details: { reason: 'The car is gone' },
    })
    expect((await network.plug('2')).session?.isOwn).toBe(true)
    await live.shut()
    await expect(live.row('2')).toContainText('In use')

    await test.step('what the platform ends is not told as closed any more', async () => {
      await network.unplug('2')
      await live.open('2')
      await expect(live.sheet.getByText(/closed at the desk/)).toBeHidden({ timeout: 20_000 })
      await live.shut()
      await desk.lock.click()
      await expect(guest.board.tile('2').charge).toBeVisible({ timeout: 20_000 })
    })
  })
})

test.describe('a guest who needs the desk', () => {
  test.use({ operator: { cards: 'desk' } })

  test('asks, is answered at the same screen, and goes on', async ({ arrive, network }) => {
    test.setTimeout(120_000)
    const { guest, terminal } = await arrive()
    const desk = new Desk(terminal)
    const { page } = guest
    const ask = async (): Promise<void> => {
      await guest.board.tile('1').charge.click()
      await guest.connector.heading('1').waitFor()
      await guest.connector.chooseCard()
      await page
        .getByRole('button', { name: /front desk/i })
        .last()
        .click()
      await page.getByRole('button', { name: 'Staff: answer here' }).click()
      await desk.enterPin(STAFF_PIN)
    }

    await test.step('declined', async () => {
      await ask()
      await page.getByRole('button', { name: 'Decline' }).click()
      await expect(page.getByText('The front desk did not allow this start.')).toBeVisible()
      expect(await network.requests('attemptRemoteStart')).toBe(0)
      await page.getByRole('button', { name: 'Try again' }).click()
      await guest.back.click()
    })

    await test.step('allowed: the guest sees the start', async () => {
      await ask()
      await expect(page.getByRole('region', { name: 'Guests are asking' })).toContainText(
        'Connector 1',
      )
      await page.getByRole('button', { name: 'Allow and back to the guest' }).click()
      await expect(guest.starting.plugIn).toBeVisible()
      await network.plugIn('1')
      await expect(guest.charging.stop).toBeVisible({ timeout: 20_000 })
    })

    await test.step('both answers are in the audit trail', async () => {
      await guest.back.click()
      await desk.open(MANAGER_PIN)
      const deeds = await new LiveDesk(desk).audit()
      expect(deeds.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['approve', 'decline']),
      )
    })
  })
})
