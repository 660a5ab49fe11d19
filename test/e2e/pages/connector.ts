import type { Locator, Page } from '@playwright/test'

/** What a guest reads and chooses before a start. */
export class ConnectorPage {
  readonly body: Locator
  readonly cards: Locator
  readonly start: Locator
  /** Why the start is off. */
  readonly reason: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.body = page.getByRole('main')
    const cards = page.getByRole('group', { name: /^(Charge with|Laden mit)$/ })
    this.cards = cards.getByRole('radio')
    this.start = page.getByRole('button', { name: /^(Start charging|Laden starten)$/ })
    this.reason = page.getByRole('contentinfo').getByRole('status')
  }

  heading(number: string): Locator {
    return this.#page.getByRole('heading', {
      level: 1,
      name: new RegExp(`^(Plug|Ladeplatz) ${number}$`),
    })
  }

  /** A price is on screen before anything can start; one card is chosen by itself. */
  async chooseCard(): Promise<void> {
    await this.cards.first().waitFor({ state: 'attached' })
    if ((await this.cards.count()) > 1) await this.cards.first().check({ force: true })
  }
}
