import type { Locator, Page } from '@playwright/test'
import type { Terminal } from './host/launcher.ts'
import { Desk, MANAGER_PIN } from './pages/desk.ts'
import { SetupPage } from './pages/setup.ts'
import { expect, test } from './support/story.ts'
import { Hand } from './support/touch.ts'

/** EN 301 549 and WCAG 2.2 (2.5.5) (px). */
const LEAST_KEY_PX = 44

/** The keys on the screen, and the finger on them. */
class Keys {
  readonly #page: Page
  readonly #hand: Hand
  readonly board: Locator

  private constructor(page: Page, hand: Hand) {
    this.#page = page
    this.#hand = hand
    this.board = page.getByRole('group', { name: /^On-screen keyboard|^Bildschirmtastatur/ })
  }

  static async at(page: Page): Promise<Keys> {
    return new Keys(page, await Hand.at(page))
  }

  key(name: string): Locator {
    return this.board.getByRole('button', { name, exact: true })
  }
  /** Whoever cannot see it scrolls first. */
  async tap(target: Locator): Promise<void> {
    await target.scrollIntoViewIfNeeded()
    await this.#hand.tap(target)
  }
  press = (name: string): Promise<void> => this.tap(this.key(name))
  async type(text: string): Promise<void> {
    for (const sign of text) await this.press(sign === ' ' ? 'Space' : sign)
  }

  /** The field lies above the keys, whole, and each key can be hit and lies on the screen. */
  async expectRoomFor(field: Locator): Promise<void> {
    await expect(this.board).toBeVisible()
    const [width, height] = await this.#page.evaluate(() => [innerWidth, innerHeight] as const)
    await expect(async () => {
      const [board, box] = [await this.board.boundingBox(), await field.boundingBox()]
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(board?.y ?? 0)
      expect((board?.y ?? 0) + (board?.height ?? 0)).toBeLessThanOrEqual(height)
    }).toPass()
    const small = await this.board.getByRole('button').evaluateAll(
      (keys, [least, right]) =>
        keys
          .map((key) => ({
            name: key.ariaLabel ?? key.textContent,
            box: key.getBoundingClientRect(),
          }))
          .filter(({ box }) => box.width < least || box.height < least || box.right > right)
          .map(({ name, box }) => `${name}: ${String(box.width)} × ${String(box.height)}`),
      [LEAST_KEY_PX, width] as const,
    )
    expect(small).toEqual([])
  }
}

/** The first page of the wizard, and its fields. */
async function atSetup(terminal: Pick<Terminal, 'page'>) {
  const setup = new SetupPage(terminal)
  await setup.enter()
  const keys = await Keys.at(terminal.page)
  return { setup, keys, page: terminal.page, address: setup.field('Address (endpoint)') }
}

test.describe('a kiosk', () => {
  test.use({ size: { widthPx: 800, heightPx: 480 } })

  test('is set up without a keyboard: the first page of the wizard by touch alone', async ({
    sim,
    arriveAtDemo,
  }) => {
    const { terminal } = await arriveAtDemo({ kiosk: true })
    const { setup, keys, address } = await atSetup(terminal)
    const key = setup.field('Pre-shared key')

    await test.step('the keys come as a field is touched, and hide none', async () => {
      await expect(keys.board).toBeHidden()
      await keys.tap(address)
      await keys.expectRoomFor(address)
    })
    await test.step('an address is typed, corrected, and Enter leads to the next field', async () => {
      await keys.type('htp')
      await keys.press('Delete')
      await keys.type('tp://')
      await keys.press('Digits and signs')
      await keys.press('Letters')
      await keys.type(sim.endpoint.replace('http://', ''))
      await expect(address).toHaveValue(sim.endpoint)
      await keys.press('Enter')
      await expect(key).toBeFocused()
      await keys.expectRoomFor(key)
    })
    await test.step('a secret is shown by no key, and kept nowhere', async () => {
      await expect(keys.board).toHaveAttribute('data-secret')
      for (const sign of sim.key) {
        if (/[A-Z]/.test(sign)) await keys.press('Capital letters')
        if (/_/.test(sign)) await keys.press('Digits and signs')
        await keys.press(sign)
        if (/_/.test(sign)) await keys.press('Letters')
      }
      await expect(key).toHaveValue(sim.key)
    })
    await test.step('Enter in the last one tries the connection', async () => {
      await keys.press('Enter')
      await expect(setup.tried(/The key is accepted/)).toContainText('Good')
    })
  })

  test('has keys for who touches it, and none for who has real ones', async ({ arriveAtDemo }) => {
    const { terminal } = await arriveAtDemo({ kiosk: true })
    const { setup, keys, page, address } = await atSetup(terminal)

    await address.click()
    await expect(address).toBeFocused()
    await expect(keys.board).toBeHidden()
    await keys.tap(address)
    await expect(keys.board).toBeVisible()
    await page.keyboard.type('h')
    await expect(keys.board).toBeHidden()
    await keys.tap(address)
    await keys.press('Hide the keyboard')
    await expect(keys.board).toBeHidden()
    await expect(address).toBeFocused()
    await keys.tap(address)
    await expect(keys.board).toBeVisible()

    await test.step('the field is left, and the keys with it', async () => {
      await keys.tap(setup.heading(/^Which platform/))
      await expect(keys.board).toBeHidden()
    })
    await test.step('no key is in the way of Tab', async () => {
      await keys.tap(address)
      await expect(keys.board).toBeVisible()
      const stops = await keys.board
        .getByRole('button')
        .evaluateAll((all) => all.filter((one) => (one as HTMLElement).tabIndex >= 0).length)
      expect(stops).toBe(0)
    })
  })
})

test.describe('the desk', () => {
  test.use({ people: true, size: { widthPx: 800, heightPx: 480 } })

  test('gets a new person in a sheet by touch alone: name and PIN', async ({ arrive }) => {
    const { guest } = await arrive({ kiosk: true })
    const desk = new Desk(guest)
    const { page, sheet } = desk
    const keys = await Keys.at(page)
    const button = (name: string): Locator => sheet.getByRole('button', { name, exact: true })

    await test.step('the PIN has its own pad, as for guests', async () => {
      await desk.knock()
      for (const digit of MANAGER_PIN) await keys.tap(button(digit))
      await expect(keys.board).toBeHidden()
      await keys.tap(button('Done'))
      await expect(desk.lock).toBeVisible()
    })
    await keys.tap(page.getByRole('navigation').getByRole('button', { name: 'Terminal' }))
    await keys.tap(page.getByRole('tab', { name: 'People' }))
    await keys.tap(desk.main.getByRole('button', { name: 'Add somebody' }))

    const field = (name: string): Locator => sheet.getByLabel(name, { exact: true })
    await test.step('a name with a letter that English has not', async () => {
      await keys.tap(field('Name'))
      await keys.expectRoomFor(field('Name'))
      await keys.press('Capital letters')
      await keys.type('Jo')
      await keys.press('Digits and signs')
      await keys.press('´')
      await keys.press('e')
      await expect(field('Name')).toHaveValue('Joé')
      await expect(sheet).toBeVisible()
    })
    await test.step('PINs by the keys of digits', async () => {
      await keys.press('Enter')
      await expect(field('PIN')).toBeFocused()
      await expect(keys.board).toHaveAttribute('data-keys', 'digits')
      await keys.expectRoomFor(field('PIN'))
      await keys.type('826413')
      await keys.press('Enter')
      await keys.expectRoomFor(field('PIN, again'))
      await keys.type('826413')
      await keys.press('Enter')
      await expect(sheet).toBeHidden()
      await expect(desk.main).toContainText('Joé')
      await expect(keys.board).toBeHidden()
    })
  })
})

test.describe('in other places', () => {
  test.use({ size: { widthPx: 1080, heightPx: 1920 } })

  test('the keys are those of the language, and come always where the operator says so', async ({
    arriveAtDemo,
  }) => {
    const { terminal } = await arriveAtDemo({ keyboard: 'always' })
    const { setup, keys, page, address } = await atSetup(terminal)
    await address.click()
    await keys.expectRoomFor(address)
    await expect(keys.board).toHaveAccessibleName('On-screen keyboard: English')
    await expect(keys.key('ü')).toHaveCount(0)

    await page.getByRole('button', { name: 'Deutsch' }).click()
    await setup.main.getByRole('textbox').first().click()
    await expect(keys.board).toHaveAccessibleName('Bildschirmtastatur: Deutsch')
    await keys.tap(keys.key('ü'))
    await expect(setup.main.getByRole('textbox').first()).toHaveValue('ü')
  })

  test('no keys come where nobody has asked for them: a window, or never', async ({
    arriveAtDemo,
  }) => {
    const { terminal } = await arriveAtDemo()
    const { keys, address } = await atSetup(terminal)
    await keys.tap(address)
    await expect(address).toBeFocused()
    await expect(keys.board).toBeHidden()
  })
})
