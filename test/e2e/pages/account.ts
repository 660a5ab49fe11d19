import type { Locator } from '@playwright/test'
import { Desk } from './desk.ts'

/** The account at the desk. */
export class AccountPage extends Desk {
  readonly said = this.page.getByRole('main').locator('.banner')

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true })
  }

  async show(name: string): Promise<void> {
    await this.tab(name).click()
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** What a card of this name tells. */
  facts(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  async signIn(username: string, password: string): Promise<void> {
    await this.field('User name').fill(username)
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.button('Sign in').click()
  }
}
