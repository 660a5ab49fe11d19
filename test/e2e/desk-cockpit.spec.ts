import { Desk, STAFF_PIN } from './pages/desk.ts'
import { LiveDesk } from './pages/desk-live.ts'
import { expectAccessible } from './support/axe.ts'
import { SHADES } from './support/modes.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

test.use({ people: true, size: { widthPx: 1366, heightPx: 768 } })
test.setTimeout(150_000)

test.describe('the desk of 200 connectors', () => {
  test.use({ demoSite: 'garage', bustle: true })

  test('shows at least 16 rows with whole figures, sorts, and keeps its heads and density', async ({
    arrive,
  }) => {
    const { terminal } = await arrive()
    const desk = new Desk(terminal)
    const live = new LiveDesk(desk)
    await desk.open(STAFF_PIN)
    const large = desk.main.getByRole('button', { name: 'Large rows' })

    await test.step('a finger has large rows, whoever has a mouse takes small ones', async () => {
      await expect(large).toHaveAttribute('aria-pressed', 'true')
      await large.click()
      await expect(large).toHaveAttribute('aria-pressed', 'false')
      await expect.poll(() => live.rowsInView()).toBeGreaterThanOrEqual(16)
    })
    await test.step('one line of alerts, one of filters', async () => {
      const lineOf = async (name: string): Promise<number> =>
        (await desk.main.getByRole('combobox', { name }).boundingBox())?.y ?? NaN
      expect(await lineOf('Plug')).toBe(await lineOf('Station'))
      const all = await desk.main.getByRole('button', { name: /^All 200/ }).boundingBox()
      expect(Math.abs((all?.y ?? NaN) - (await lineOf('Plug')))).toBeLessThan(2)
      await expect(live.alerts.getByRole('button')).toHaveCount(1)
    })
    await test.step('no figure and no state is cut', async () => {
      await live.table.getByRole('button', { name: 'kWh' }).click()
      await live.table.getByRole('button', { name: 'kWh' }).click()
      await expect(live.heading('kWh')).toHaveAttribute('aria-sort', 'descending')
      expect(await live.cutCells()).toEqual([])
      await expect(
        desk.main.getByText(/\d+\skW now, of \d+ charges · today .*€[\d,.]+ · summed here/),
      ).toBeVisible()
    })
    await test.step('the heads stay where rows are scrolled', async () => {
      await live.table.locator('..').evaluate((frame) => {
        frame.scrollTo(0, 3000)
      })
      await expect(live.heading('kWh')).toBeInViewport()
    })
    await expectAccessible(desk.page, 'small rows', SHADES.slice(0, 2))
    await test.step('the density is kept over a lock', async () => {
      await desk.lock.click()
      await desk.open(STAFF_PIN)
      await expect(large).toHaveAttribute('aria-pressed', 'false')
    })
  })
})

test('keys: listed, a start for room 214 in four, a stop, and its receipt', async ({
  arrive,
  network,
}) => {
  const { terminal } = await arrive()
  const desk = new Desk(terminal)
  const live = new LiveDesk(desk)
  const { keyboard } = desk.page
  await desk.open(STAFF_PIN)
  await live.row('1').waitFor()

  await test.step('each is listed', async () => {
    await keyboard.press('?')
    for (const cap of ['/', '0–9', 'S', 'X', 'R', 'G', '1–7', '?'])
      await expect(live.sheet.getByText(cap, { exact: true })).toBeVisible()
    await expectAccessible(desk.page, 'the keys', SHADES.slice(0, 2))
    await keyboard.press('Escape')
    await expect(live.sheet).toBeHidden()
  })
  await test.step('sections, and none while somebody types', async () => {
    await keyboard.press('g')
    await keyboard.press('2')
    await expect(desk.main.getByRole('heading', { level: 1, name: 'Sessions' })).toBeVisible()
    await keyboard.press('1')
    await expect(desk.main.getByRole('heading', { level: 1, name: 'Live' })).toBeVisible()
    await keyboard.press('/')
    await keyboard.type('2?sx')
    await expect(desk.main.getByRole('searchbox')).toHaveValue('2?sx')
    await desk.main.getByRole('searchbox').fill('')
    await live.table.getByRole('row').nth(1).focus()
  })
  await test.step('a command in the search is understood, and fills in the room', async () => {
    await keyboard.press('/')
    await keyboard.type('start 1 room 214')
    await expect(desk.main.getByRole('button', { name: 'Start connector 1 for 214' })).toBeVisible()
    await keyboard.press('Enter')
    await expect(live.sheet).toBeVisible()
    await keyboard.press('s')
    await expect(live.sheet.getByLabel('Room or booking')).toHaveValue('214')
    await keyboard.press('Escape')
    await expect(live.sheet).toBeHidden()
  })
  await test.step('beside its sheet the table stays in use, and marks the row', async () => {
    await keyboard.press('1')
    await keyboard.press('Enter')
    await expect(live.row('1')).toHaveAttribute('aria-current', 'true')
    await expect(live.sheet.getByRole('button', { name: 'Close', exact: true })).toBeFocused()
    const [table, sheet] = [await live.table.boundingBox(), await live.sheet.boundingBox()]
    expect((table?.x ?? NaN) + (table?.width ?? NaN)).toBeLessThanOrEqual(sheet?.x ?? NaN)
    await expectAccessible(desk.page, 'a sheet as a column', SHADES.slice(0, 2))
    await live.open('2')
    await expect(live.row('2')).toHaveAttribute('aria-current', 'true')
    await expect(live.row('1')).not.toHaveAttribute('aria-current')
    await keyboard.press('Escape')
    await expect(live.sheet).toBeHidden()
    await expect(live.row('2')).toBeFocused()
  })
  await test.step('a start for room 214', async () => {
    for (const key of ['1', 'Enter', 's']) await keyboard.press(key)
    await expect(live.sheet.getByLabel('Room or booking')).toBeFocused()
    await expect(live.sheet.getByLabel('Room or booking')).toHaveValue('')
    await keyboard.type('214')
    await keyboard.press('Enter')
    await network.expectAsked('attemptRemoteStart')
    await network.plugIn('1', FAST_CAR)
    await expect(live.sheet.getByRole('heading', { name: 'Running session' })).toBeVisible()
  })
  await test.step('a stop by command, confirmed, and what it came to', async () => {
    await keyboard.press('Escape')
    await keyboard.press('/')
    await keyboard.type('stop 1')
    await keyboard.press('Enter')
    await live.confirm.getByRole('button', { name: 'Stop now' }).focus()
    await keyboard.press('Enter')
    await expect(live.sheet.getByRole('heading', { name: 'The charge has ended' })).toBeVisible()
    await expect(live.sheet.getByText('214', { exact: true })).toBeVisible()
    await expect(live.sheet.getByText(/^Total/).first()).toBeVisible()
    await expect(live.sheet.getByText(/\d\skWh/).first()).toBeVisible()
    await expectAccessible(desk.page, 'an ended session', SHADES.slice(0, 2))
  })
  await test.step('its receipt, also once the car has left', async () => {
    await network.unplug('1')
    await expect(live.sheet.getByRole('button', { name: 'Start for another guest' })).toBeVisible()
    await expect(live.sheet.getByText('214', { exact: true })).toBeVisible()
    await keyboard.press('r')
    await expect(live.sheet.getByText(/receipt is printed|No printer is ready/)).toBeVisible()
  })
  await test.step('the same by command; half a command is told, and hides no row', async () => {
    await keyboard.press('Escape')
    await keyboard.press('/')
    await keyboard.type('receipt')
    await expect(desk.main.getByText(/^Not understood/)).toBeVisible()
    await expect(live.row('1')).toBeVisible()
    await keyboard.type(' 1')
    await keyboard.press('Enter')
    await expect(live.sheet.getByRole('heading', { name: /1/, level: 2 }).first()).toBeVisible()
    await expect(live.sheet.getByRole('button', { name: 'Print receipt' })).toBeVisible()
  })
  await test.step('switched off, nothing is heard', async () => {
    await keyboard.press('Escape')
    await keyboard.press('?')
    await live.sheet.getByLabel('Use keys of one sign').uncheck({ force: true })
    await keyboard.press('Escape')
    await keyboard.press('g')
    await keyboard.press('2')
    await expect(desk.main.getByRole('heading', { level: 1, name: 'Live' })).toBeVisible()
  })
})
