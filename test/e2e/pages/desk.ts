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

  /** To a section, by the word in the rail. */
  async go(section: string): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: section, exact: true })
      .click()
  }
}
