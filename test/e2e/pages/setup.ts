import { expect, type Locator, type Page } from '@playwright/test'
import type { Terminal } from '../host/launcher.ts'

/** The set-up wizard, in English. */
export class SetupPage {
  readonly page: Page
  readonly main: Locator
  readonly steps: Locator
  readonly next: Locator
  readonly back: Locator
  readonly alert: Locator

  constructor({ page }: Pick<Terminal, 'page'>) {
    this.page = page
    this.main = page.getByRole('main')
    this.steps = page.getByRole('navigation', { name: 'Steps' })
    this.next = this.button('Next')
    this.back = this.button('Back')
    this.alert = this.main.getByRole('alert')
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole('button', { name, exact: true })
  }
  field(name: string | RegExp): Locator {
    return this.main.getByLabel(name, { exact: typeof name === 'string' })
  }
  /** The radio buttons lie behind their cards. */
  async choose(name: string | RegExp): Promise<void> {
    await this.main.getByRole('radio', { name }).check({ force: true })
  }
  heading(name: string | RegExp): Locator {
    return this.main.getByRole('heading', { level: 1, name })
  }
  /** One of the questions of the first contact, with its answer. */
  tried(name: RegExp): Locator {
    return this.main.getByRole('status').getByRole('listitem').filter({ hasText: name })
  }

  /** From a guest screen of a terminal that nobody has set up. */
  async enter(): Promise<void> {
    await this.page.getByRole('button', { name: 'Help', exact: true }).first().click()
    await this.page.getByRole('button', { name: 'Staff', exact: true }).click()
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: 'Set up this terminal' })
      .click()
    await this.heading(/^Which platform/).waitFor()
  }

  async contact(endpoint: string, key: string): Promise<void> {
    await this.field('Address (endpoint)').fill(endpoint)
    await this.field('Pre-shared key').fill(key)
    await this.button('Try the connection').click()
  }

  async signIn({ username, password }: { username: string; password: string }): Promise<void> {
    await this.field('User name (e-mail)').fill(username)
    await this.field('Password').fill(password)
    await this.button('Sign in').click()
  }

  /** From the first step to the choice of a site. */
  async reachPlace(sim: {
    endpoint: string
    key: string
    account: { username: string; password: string }
  }): Promise<void> {
    await this.contact(sim.endpoint, sim.key)
    await this.next.click()
    await this.signIn(sim.account)
    await this.heading('What does this terminal show?').waitFor()
  }

  /** From the choice of a site to the summary, with one manager. */
  async settleTheRest(pin: string): Promise<void> {
    await this.reachLook(pin)
    await this.next.click()
    await this.heading('Check and finish').waitFor()
  }

  /** From the choice of a site to name, colour and logo. */
  async reachLook(pin: string): Promise<void> {
    await this.next.click()
    await this.heading(/^Which language/).waitFor()
    // The stories are told in English, wherever their site is.
    await this.field('Language of the site').selectOption('en')
    await this.next.click()
    await this.heading('What may guests do?').waitFor()
    await this.next.click()
    await this.field('Name').first().fill('Max')
    await this.field('PIN').first().fill(pin)
    await this.next.click()
    await this.heading('How does it look?').waitFor()
  }

  /** Makes the terminal what was chosen; where the machine protects no secrets, they stay in memory. */
  async apply(): Promise<void> {
    const unprotected = this.main.getByRole('radio', { name: /^Not at all/ })
    if ((await unprotected.count()) > 0) await unprotected.check({ force: true })
    await this.button('Set it up now').click()
    await expect(this.heading('Try it')).toBeVisible()
  }
}
