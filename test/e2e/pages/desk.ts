import { expect, type Locator, type Page } from '@playwright/test'
import type { Terminal } from '../host/launcher.ts'

/** PINs that the fixture sets, and those of the demo. */
export const STAFF_PIN = '2468'
export const MANAGER_PIN = '135790'

/** Somebody at the desk. */
export class Desk {
  readonly page: Page
  readonly main: Locator
  readonly sheet: Locator
  readonly lock: Locator

  constructor({ page }: Pick<Terminal, 'page'>) {
    this.page = page
    this.main = page.getByRole('main')
    this.sheet = page.getByRole('dialog')
    this.lock = page.getByRole('button', { name: 'Lock' })
  }

  /** From any guest screen, through help and the PIN. */
  async open(pin: string): Promise<void> {
    await this.knock()
    await this.enterPin(pin)
    await expect(this.lock).toBeVisible()
  }

  /** To the PIN, and no further. */
  async knock(): Promise<void> {
    await this.page.getByRole('button', { name: 'Help', exact: true }).first().click()
    await this.page.getByRole('button', { name: 'Staff', exact: true }).click()
    await this.sheet.filter({ hasText: 'For staff' }).waitFor()
  }

  /** At the PIN, which is fetched when it is first asked for. */
  async enterPin(pin: string): Promise<void> {
    await this.sheet.filter({ hasText: 'For staff' }).waitFor()
    await this.page.keyboard.type(pin, { delay: 60 })
    await this.page.keyboard.press('Enter')
  }

  /** Through every section and each of its tabs, in whichever language the desk speaks. */
  async visitAll(look: (page: Page, screen: string) => Promise<void>): Promise<void> {
    const sections = this.page.getByRole('navigation').getByRole('button')
    const tabs = this.main.getByRole('tab')
    for (const section of await sections.all()) {
      const name = await section.innerText()
      await section.click()
      await expect(this.main.getByRole('heading', { level: 1, name })).toBeVisible()
      await this.#settled()
      for (const tab of (await tabs.count()) > 0 ? await tabs.all() : []) {
        await tab.click()
        await this.#settled()
        await look(this.page, `${name}, ${await tab.innerText()}`)
      }
      await this.#settled()
      await look(this.page, name)
    }
  }

  /** Nothing on the screen is still being asked for. */
  async #settled(): Promise<void> {
    await expect(this.main.getByText(/One moment|Einen Moment/)).toHaveCount(0)
  }

  /** To a section, by the word in the rail. */
  async go(section: string): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: section, exact: true })
      .click()
  }
}
