import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Desk, MANAGER_PIN, STAFF_PIN } from './pages/desk.ts'
import { expectAccessible } from './support/axe.ts'
import { SHADES } from './support/modes.ts'
import { expect, test } from './support/story.ts'

test.use({ people: true, size: { widthPx: 1366, heightPx: 768 } })
test.setTimeout(120_000)

const LIGHT_AND_DARK = SHADES.slice(0, 2)

/** The account's cards at the desk. */
class Cards extends Desk {
  readonly rule = this.sheet.getByRole('combobox', { name: 'Guests may use this card' })

  row(name: string) {
    // Behind a sheet, too.
    return this.page.getByRole('row', { includeHidden: true }).filter({ hasText: name })
  }
  override async open(pin: string): Promise<void> {
    await super.open(pin)
    await this.go('Cards')
  }
  async look(name: string): Promise<void> {
    await this.row(name).click()
    await expect(this.sheet).toContainText('Number')
  }
  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.sheet).toHaveCount(0)
  }
}

test('a manager settles which cards guests may use: board and offers follow at once, and it is kept', async ({
  arrive,
  network,
  terminal: launcher,
}) => {
  const { id } = await network.plug('5')
  await network.control.setOcppStatus(id, 'Available')
  const { guest, terminal } = await arrive()
  const cards = new Cards(terminal)
  const tile = guest.board.tile('5').root
  await expect(tile).toContainText('from €0.25 per\u00a0kWh')

  await test.step('a card that guests do not see', async () => {
    await cards.open(MANAGER_PIN)
    await cards.look('Staff car')
    await cards.rule.selectOption('Not at all')
    await expect(cards.row('Staff car')).toContainText('Not at all')
    await cards.close()
    await cards.lock.click()
    await expect(tile).toContainText('€0.35 per\u00a0kWh')
    await guest.board.tile('5').charge.click()
    await guest.connector.heading('5').waitFor()
    await expect(guest.connector.body).toContainText('0.35 EUR/kWh')
    await expect(guest.connector.body).not.toContainText('0.25 EUR/kWh')
    await guest.back.click()
  })

  await test.step('a card that is offered first', async () => {
    await cards.open(MANAGER_PIN)
    await cards.look('Staff car')
    await cards.rule.selectOption('With a booking reference')
    await cards.sheet.getByLabel(/^Preferred/).check()
    await cards.sheet
      .getByLabel('What guests read for it', { exact: true })
      .fill('On the room, paid at reception')
    await cards.sheet.getByRole('button', { name: 'Save' }).first().click()
    await expect(cards.row('Staff car')).toContainText('Preferred')
    await cards.close()
    await cards.lock.click()
    await expect(tile).toContainText('€0.25 per\u00a0kWh')
    await guest.board.tile('5').charge.click()
    await expect(guest.connector.cards.first()).toBeAttached()
    const { body } = guest.connector
    await expect(body.getByText('On the room, paid at reception')).toBeVisible()
    await expect(body.getByText('On the site’s account: Hotel guests')).toBeVisible()
  })

  await test.step('it is in the settings file, and in the audit trail', async () => {
    const settings: unknown = JSON.parse(
      readFileSync(path.join(launcher.dataDir, 'settings.json'), 'utf8'),
    )
    expect(Object.values((settings as { guest: { byCard: object } }).guest.byCard)).toEqual([
      'booking',
    ])
    await guest.back.click()
    await cards.open(MANAGER_PIN)
    const told = await cards.page.evaluate(() =>
      window.terminal.invoke('desk.audit', { beforeId: null, limit: 20 }),
    )
    expect(JSON.stringify(told)).toContain('settings.set-card-rule')
    expect(JSON.stringify(told)).toContain('settings.set-card-label')
    expect(JSON.stringify(told)).toContain('settings.set-preferred-card')
  })
  await network.expectAsked('cardsPaged')
})

test('a manager renames, deactivates, activates and creates cards', async ({ arrive, network }) => {
  const { terminal } = await arrive()
  const cards = new Cards(terminal)
  await cards.open(MANAGER_PIN)
  await expect(cards.row('Hotel guests')).toContainText('Active')
  await expectAccessible(cards.page, 'Cards', LIGHT_AND_DARK)

  await test.step('one card, with its rate', async () => {
    await cards.look('Hotel guests')
    await expect(cards.sheet).toContainText('billed after the session ends')
    await expectAccessible(cards.page, 'A card', LIGHT_AND_DARK)
    await network.expectAsked('card')
  })

  await test.step('a new name', async () => {
    await cards.sheet.getByLabel('Name', { exact: true }).fill('House guests')
    await cards.sheet.getByRole('button', { name: 'Save the name' }).click()
    await expect(cards.sheet.getByRole('heading', { name: 'House guests' })).toBeVisible()
    await expect(cards.row('House guests')).toBeVisible()
    await network.expectAsked('updateCard')
  })

  await test.step('off, after a question; and on again', async () => {
    const { page, sheet } = cards
    await sheet.getByRole('button', { name: 'Deactivate' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Leave it as it is' }).click()
    await expect(cards.row('House guests')).not.toContainText('Inactive')
    await sheet.getByRole('button', { name: 'Deactivate' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click()
    await expect(sheet).toContainText('Deactivated by its owner')
    await expect(cards.row('House guests')).toContainText('No, the card is inactive')
    await sheet.getByRole('button', { name: 'Activate' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Activate' }).click()
    await expect(cards.row('House guests')).not.toContainText('Inactive')
    await cards.close()
  })

  await test.step('a new card, for a rate of the contract', async () => {
    await cards.page.getByRole('button', { name: 'New card' }).click()
    await expect(cards.sheet.getByRole('radio')).toHaveCount(2)
    await expectAccessible(cards.page, 'A new card', LIGHT_AND_DARK)
    await cards.sheet.getByRole('button', { name: 'Create the card' }).click()
    await expect(cards.sheet).toContainText('Please fill this in')
    await cards.sheet.getByRole('radio', { name: /^Staff Rate/ }).check({ force: true })
    await cards.sheet.getByLabel('Customer reference').fill('Seminar guests')
    await cards.sheet.getByRole('button', { name: 'Create the card' }).click()
    await expect(cards.sheet.getByRole('heading', { name: 'Seminar guests' })).toBeVisible()
    await cards.close()
    await expect(cards.row('Seminar guests')).toContainText('Staff Rate')
    await network.expectAsked('contractRateOptions')
    await network.expectAsked('createAuthenticationMedia')
  })

  await test.step('the audit trail says which card, and what became of it', async () => {
    await cards.go('Terminal')
    await cards.page.getByRole('tab', { name: 'Audit trail' }).click()
    const lines = cards.main.getByRole('row', { name: /UpdateCard/ })
    await expect(lines).toHaveCount(3)
    await expect(lines.last()).toContainText('House guests')
    await expect(lines.nth(1)).toContainText('DEACTIVATE')
    await expect(cards.main.getByRole('row', { name: /CreateCard/ })).toContainText(
      'Seminar guests',
    )
  })
})

test('a platform that is slow, refuses, tells nothing or loses its answer is told in words', async ({
  arrive,
  network,
}) => {
  const { control } = network
  await control.setFault('delay', { ms: 2000, operations: ['cardsPaged'], times: 1 })
  const { terminal } = await arrive()
  const cards = new Cards(terminal)

  await test.step('slow', async () => {
    await cards.open(MANAGER_PIN)
    await expect(cards.main).toContainText('One moment')
    await expect(cards.row('Hotel guests')).toBeVisible()
  })

  await test.step('refuses a change: everything stays as it was', async () => {
    await control.setFault('forbidden', { operations: ['updateCard'] })
    await cards.look('Hotel guests')
    await cards.sheet.getByLabel('Name', { exact: true }).fill('Other')
    await cards.sheet.getByRole('button', { name: 'Save the name' }).click()
    await expect(cards.sheet).toContainText('may not do that')
    await expect(cards.row('Hotel guests')).toBeVisible()
    await cards.close()
  })

  await test.step('loses the answer to a new card: nothing is sent twice', async () => {
    const { operations, phase } = {
      operations: ['createAuthenticationMedia'],
      phase: 'after',
    } as const
    await control.setFault('cut', { phase, operations: [...operations] })
    await cards.page.getByRole('button', { name: 'New card' }).click()
    await cards.sheet.getByRole('radio', { name: /^Standard Rate/ }).check({ force: true })
    await cards.sheet.getByLabel('Customer reference').fill('Perhaps')
    await cards.sheet.getByRole('button', { name: 'Create the card' }).click()
    await expect(cards.sheet).toContainText('It may have been created all the same')
    await cards.close()
    await expect(cards.row('Perhaps')).toHaveCount(1)
    expect(await network.requests('createAuthenticationMedia')).toBe(1)
  })

  await test.step('is down: why, and again', async () => {
    await control.setFault('status', { code: 503, operations: ['cardsPaged'] })
    await cards.go('Live')
    await cards.go('Cards')
    await expect(cards.main.getByRole('alert')).toContainText('Code unavailable', {
      timeout: 30_000,
    })
    await control.clearFault('status')
    await cards.main.getByRole('button', { name: 'Try again' }).click()
    await expect(cards.row('Hotel guests')).toBeVisible()
  })

  await test.step('does not tell the cards: that is not none, and it can be asked again', async () => {
    await control.setFault('nulls', { mode: 'all', operations: ['cardsPaged'] })
    await cards.go('Live')
    await cards.go('Cards')
    await expect(cards.main).toContainText('The platform does not tell this.')
    await expect(cards.main).not.toContainText('The account has no cards')
    await control.clearFaults()
    await cards.main.getByRole('button', { name: 'Try again' }).click()
    await expect(cards.row('Hotel guests')).toBeVisible()
  })

  await test.step('staff look, and change nothing', async () => {
    await cards.lock.click()
    await cards.open(STAFF_PIN)
    await cards.look('Hotel guests')
    await expect(cards.sheet).toContainText('A manager changes cards')
    await expect(cards.sheet.getByRole('button', { name: 'Deactivate' })).toHaveCount(0)
    await expect(cards.rule.getByRole('option')).toHaveCount(0)
    const refused = await cards.page.evaluate(() =>
      window.terminal.invoke('settings.setCardRule', { cardId: '1', rule: 'hidden' }),
    )
    expect(refused).toMatchObject({ ok: false, error: { code: 'needs-manager' } })
  })
})
