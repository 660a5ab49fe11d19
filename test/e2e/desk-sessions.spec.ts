import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { Desk, STAFF_PIN } from './pages/desk.ts'
import { LiveDesk } from './pages/desk-live.ts'
import { DeskSessions } from './pages/desk-sessions.ts'
import { expectAccessible } from './support/axe.ts'
import { PLAIN } from './support/modes.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

test.use({ people: true, size: { widthPx: 1366, heightPx: 768 } })

const CHARGELOGS = { operations: ['chargelogsPaged'] }
const LIGHT_AND_DARK = [PLAIN, { ...PLAIN, theme: 'dark' }] as const

test.describe('the desk’s sessions', () => {
  test('are looked through, page by page, and looked into', async ({
    arrive,
    network,
    terminal: { dataDir },
  }) => {
    test.setTimeout(150_000)
    const { terminal } = await arrive()
    const { page } = terminal
    const desk = new Desk(terminal)
    const sessions = new DeskSessions(desk)
    await desk.open(STAFF_PIN)

    await test.step('a first page that fails says so, and comes with another try', async () => {
      await network.control.setFault('graphqlErrors', CHARGELOGS)
      await desk.go('Sessions')
      await expect(page.getByRole('alert')).toContainText('Code unavailable')
      await network.control.clearFaults()
      await page.getByRole('button', { name: 'Try again' }).click()
      await sessions.rows.first().waitFor()
      await expect(desk.main).toContainText(/^Sessions100 of [\d,]{5,} loaded/)
    })

    await test.step('thousands come as somebody scrolls on; a page that fails is tried again', async () => {
      await sessions.scrollToEnd()
      await expect(desk.main).toContainText(/[2-9]00 of [\d,]{5,} loaded/)
      await network.control.setFault('graphqlErrors', CHARGELOGS)
      await sessions.scrollToEnd()
      await expect(desk.main.getByRole('alert')).toBeVisible()
      await network.control.clearFaults()
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(desk.main.getByRole('alert')).toBeEmpty()
      await expect(desk.main).toContainText(/[3-9]00 of [\d,]{5,} loaded/)
    })

    await test.step('by status and time the platform filters', async () => {
      await sessions.status.selectOption('Running')
      await expect(sessions.rows).toHaveCount(1)
      await expect(sessions.rows.first()).toContainText('Charging')
      await sessions.status.selectOption('Ended')
      await sessions.time.selectOption('Last month')
      await expect(sessions.rows.first()).toContainText('Ended')
      await expect(desk.main).not.toContainText(/[\d,]{5,} loaded/)
      await sessions.time.selectOption('From … to …')
      await page.getByLabel('From', { exact: true }).fill('2001-01-01')
      await page.getByLabel('To', { exact: true }).fill('2001-01-31')
      await expect(page.getByRole('status')).toContainText(['No session fits'])
      await page.getByRole('button', { name: 'Show all' }).click()
      await sessions.rows.first().waitFor()
    })

    await test.step('with the keys: down, open, and back', async () => {
      await sessions.rows.first().focus()
      await page.keyboard.press('ArrowDown')
      await expect(sessions.rows.nth(1)).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(sessions.sheet).toContainText('Session at connector')
      await expect(sessions.part('Cost')).toContainText(/Tax 20\s?%/)
      await expect(sessions.part('Meter')).toContainText('the platform names no unit')
      await expect(sessions.part('Meter')).toContainText('Last value sent')
      await expect(sessions.part('Power')).toContainText('has not seen')
      await network.expectAsked('chargelog')
      await network.expectAsked('chargelogMeterValuesSummary')
    })

    await test.step('booking and note are written down, found, and not lost by the way', async () => {
      await sessions.sheet.getByLabel('Booking reference or room').fill('Room 214')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Back', exact: true }).click()
      await sessions.sheet.getByLabel('Note', { exact: true }).fill('Late check-out')
      await sessions.sheet.getByRole('button', { name: 'Save' }).click()
      await expect(sessions.sheet.getByText('Saved', { exact: true })).toBeVisible()
      await expect(sessions.part('Booking and note')).toContainText('deleted 90 days after')
    })

    await test.step('the receipt is printed in the guest’s language', async () => {
      await sessions.sheet.getByLabel('Language of the receipt').selectOption('Français')
      await sessions.sheet.getByRole('button', { name: 'Print receipt' }).click()
      await expect(sessions.sheet.getByText('The receipt is printed.')).toBeVisible()
      const receipts = path.join(dataDir, 'receipts')
      const [file = ''] = readdirSync(receipts)
      expect(readFileSync(path.join(receipts, file)).subarray(0, 5).toString()).toBe('%PDF-')
      await expectAccessible(page, 'session', LIGHT_AND_DARK)
    })

    await test.step('the text is the terminal’s to find', async () => {
      await page.keyboard.press('Escape')
      await expect(sessions.sheet).toHaveCount(0)
      await sessions.search.fill('late 214')
      await expect(sessions.rows).toHaveCount(1)
      await expect(sessions.rows.first()).toContainText('Room 214')
      await expect(desk.main).toContainText('1 found in')
      await sessions.search.fill('no such words')
      await expect(page.getByText('Nothing found so far')).toBeVisible()
      const read = await network.requests('chargelogsPaged')
      await page.getByRole('button', { name: 'Search in older ones' }).click()
      await expect.poll(() => network.requests('chargelogsPaged')).toBeGreaterThan(read)
    })
  })

  test('are written into a file, with progress, cancelled or to the end', async ({
    arrive,
    network,
    terminal: { dataDir },
  }) => {
    test.setTimeout(120_000)
    const { terminal } = await arrive()
    const { page } = terminal
    const desk = new Desk(terminal)
    const sessions = new DeskSessions(desk)
    const files = path.join(dataDir, 'exports')
    await desk.open(STAFF_PIN)
    await sessions.open()

    await test.step('cancelled in the middle: nothing is left', async () => {
      await network.control.setFault('delay', { ...CHARGELOGS, ms: 1_000 })
      await sessions.export.click()
      await expect(sessions.exportPanel.getByRole('progressbar')).toHaveAttribute('value', '100')
      await expect(sessions.exportPanel).toContainText(/100 of [\d,]+ sessions read/)
      await expect(sessions.export).toBeDisabled()
      await expectAccessible(page, 'sessions, while a list is written', LIGHT_AND_DARK)
      await sessions.exportPanel.getByRole('button', { name: 'Cancel' }).click()
      await expect(sessions.exportPanel).toContainText('No file was written.')
      await expect.poll(() => readdirSync(files)).toEqual([])
    })

    await test.step('a page that does not come: told, and nothing is left', async () => {
      await network.control.clearFaults()
      await network.control.setFault('forbidden', CHARGELOGS)
      await sessions.export.click()
      await expect(sessions.exportPanel).toContainText('No file was written.')
      await expect(sessions.exportPanel.getByRole('button', { name: 'Try again' })).toBeVisible()
      expect(readdirSync(files)).toEqual([])
    })

    await test.step('a page that comes at the second try; the section is left meanwhile', async () => {
      await network.control.clearFaults()
      await network.control.setFault('status', { ...CHARGELOGS, code: 503, times: 1 })
      await sessions.exportPanel.getByRole('button', { name: 'Try again' }).click()
      await desk.go('Live')
      await desk.go('Sessions')
      await expect(sessions.exportPanel).toContainText('The file is ready', { timeout: 30_000 })
      const [name = '', ...others] = readdirSync(files)
      expect(others).toEqual([])
      await expect(sessions.exportPanel).toContainText(name)
      const text = readFileSync(path.join(files, name), 'utf8')
      const told = /([\d,]+) sessions, as a CSV file/.exec(await sessions.exportPanel.innerText())
      const count = Number(told?.[1]?.replace(',', ''))
      expect(text.startsWith('\uFEFFStart,End,Connector,')).toBe(true)
      const lines = text.trimEnd().split('\r\n')
      const sums = lines.filter((line) =>
        line.startsWith('Total of ended sessions (computed by the terminal),'),
      )
      expect(lines).toHaveLength(count + 1 + sums.length)
      expect(sums.length).toBeGreaterThan(0)
      expect(lines.slice(-sums.length)).toEqual(sums)
      expect(count).toBeGreaterThan(1_000)
    })

    await test.step('the sums of what is shown, by who started', async () => {
      await sessions.time.selectOption('Today')
      await page.getByRole('button', { name: 'Sums' }).click()
      await sessions.sheet.getByLabel('Sums by').selectOption('Who started')
      await sessions.sheet.getByRole('button', { name: 'Write file' }).click()
      const sums = (): string[] => readdirSync(files).filter((name) => /^sums-.*csv$/.test(name))
      await expect.poll(sums).toHaveLength(1)
      const text = readFileSync(path.join(files, sums()[0] ?? ''), 'utf8')
      expect(text).toMatch(/^\uFEFFStarted by,Sessions,/)
    })
  })

  test('of this terminal bring their booking and their power along', async ({
    arrive,
    network,
  }) => {
    test.setTimeout(90_000)
    const { terminal } = await arrive()
    const { page } = terminal
    const desk = new Desk(terminal)
    const sessions = new DeskSessions(desk)
    const { id } = await network.plug('3')
    await desk.open(STAFF_PIN)
    await startAtTheDesk(page, id, 'Zimmer 305')
    await network.plugIn('3', FAST_CAR)

    await test.step('while it runs', async () => {
      await sessions.open()
      await sessions.status.selectOption('Running')
      await expect(async () => {
        await page.getByRole('button', { name: 'Refresh' }).click()
        const row = sessions.rows.filter({ hasText: 'Zimmer 305' })
        await expect(row).toContainText('Charging', { timeout: 5_000 })
      }).toPass()
      await sessions.rows.filter({ hasText: 'Zimmer 305' }).click()
      // The station sends its meter values every ten seconds.
      const curve = sessions.part('Power').getByRole('img')
      await expect(curve).toHaveAccessibleName(/at most [\d.]+\skW/, { timeout: 40_000 })
      await expect(sessions.sheet.getByRole('button', { name: 'Print receipt' })).toHaveCount(0)
    })

    await test.step('and after a restart, when it has ended', async () => {
      await network.unplug('3')
      await expect(sessions.part('The charge')).toContainText('Ended')
      await expect(sessions.sheet.getByRole('button', { name: 'Print receipt' })).toBeVisible()
      await expect(sessions.part('Cost')).toContainText('Total')
      const again = await terminal.restart()
      const later = new DeskSessions(new Desk(again))
      await again.page.getByRole('main').getByRole('button').first().waitFor()
      await later.desk.open(STAFF_PIN)
      await later.open()
      await later.rows.filter({ hasText: 'Zimmer 305' }).click()
      await expect(later.part('The charge')).toContainText('Ended')
      await expect(later.part('Power').getByRole('img')).toHaveAccessibleName(/at most [\d.]+\skW/)
      await expect(
        later.part('Documents').getByRole('img', { name: /Official meter data/ }),
      ).toBeVisible()
    })
  })

  test('several are stopped, printed and exported at once', async ({
    arrive,
    network,
    terminal: { dataDir },
  }) => {
    test.setTimeout(90_000)
    const { terminal } = await arrive()
    const { page } = terminal
    const desk = new Desk(terminal)
    const live = new LiveDesk(desk)
    const sessions = new DeskSessions(desk)
    const bulk = page.getByRole('region', { name: 'Selected rows' })
    await desk.open(STAFF_PIN)
    for (const number of ['1', '3']) {
      await startAtTheDesk(page, (await network.plug(number)).id, `Zimmer 30${number}`)
      await network.plugIn(number, FAST_CAR)
    }

    await test.step('rows are chosen by keys, and the question names what is stopped', async () => {
      for (const number of ['1', '3'])
        await expect(live.row(number)).toContainText('Charging', { timeout: 30_000 })
      for (const number of ['1', '3']) {
        await live.row(number).focus()
        await page.keyboard.press('Space')
      }
      await expect(bulk).toContainText('2 selected')
      await expectAccessible(page, 'live, with rows chosen', LIGHT_AND_DARK)
      await page.keyboard.press('x')
      await sessions.sheet.getByRole('button', { name: 'Stop 2 …' }).click()
      await expect(live.confirm).toContainText(
        'Connector 1 (Zimmer 301) · Connector 3 (Zimmer 303)',
      )
      await network.expectEvents('remoteStop', 0)
      await live.confirm.getByRole('button', { name: 'Stop now' }).click()
      await expect(sessions.sheet.getByText('Stop sent')).toHaveCount(2)
      await network.expectEvents('remoteStop', 2)
      await page.keyboard.press('Escape')
    })

    await test.step('a receipt each, as soon as they have ended', async () => {
      await desk.go('Sessions')
      await expect(async () => {
        await page.getByRole('button', { name: 'Refresh' }).click()
        const ended = sessions.rows.filter({ hasText: 'Zimmer 30' }).filter({ hasText: 'Ended' })
        await expect(ended).toHaveCount(2, { timeout: 5_000 })
      }).toPass()
      await sessions.search.fill('Zimmer 30')
      await page.getByRole('checkbox', { name: 'Select all rows shown' }).check()
      await bulk.getByRole('button', { name: 'Print 2 receipts' }).click()
      await sessions.sheet.getByRole('button', { name: 'Print 2 receipts' }).click()
      await expect(sessions.sheet.getByText('Printed')).toHaveCount(2)
      expect(readdirSync(path.join(dataDir, 'receipts'))).toHaveLength(2)
      await page.keyboard.press('Escape')
    })

    await test.step('the file has these sessions, and who started them', async () => {
      await bulk.getByRole('button', { name: 'Export 2' }).click()
      await expect(sessions.exportPanel).toContainText('2 sessions, as a CSV file')
      const files = path.join(dataDir, 'exports')
      const [name = ''] = readdirSync(files)
      const lines = readFileSync(path.join(files, name), 'utf8').split('\r\n')
      expect(lines.filter((line) => /Zimmer 30[13],.*,Front desk: \S/.test(line))).toHaveLength(2)
    })
  })
})

/** Main's part of a start at the desk; its screen is told elsewhere. */
async function startAtTheDesk(page: Page, connectorId: string, booking: string): Promise<void> {
  const told = await page.evaluate(
    async ([id, bookingReference]) => {
      const { invoke } = window.terminal
      const offer = await invoke('charging.options', { connectorId: id })
      const option = offer.ok && offer.value.options.find(({ kind }) => kind !== 'phone')
      return invoke('desk.start', {
        ...{
          connectorId: id,
          bookingReference,
          requestId: bookingReference,
          withoutInvoice: false,
        },
        optionId: option ? option.id : '',
      })
    },
    [connectorId, booking] as const,
  )
  expect(told).toMatchObject({ ok: true })
}
