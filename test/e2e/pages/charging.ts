import { expect, type Locator, type Page } from '@playwright/test'

/** A running charge of this terminal. */
export class ChargingPage {
  readonly body: Locator
  /** The energy with its unit, once the meter has answered. */
  readonly energy: Locator
  readonly battery: Locator
  readonly stop: Locator
  /** The same button while something is on it. */
  readonly holding: Locator
  /** For those who cannot hold: offered once a hold was not carried through. */
  readonly cannotHold: Locator
  readonly stopping: Locator
  /** How a stop is getting on, or why there can be none. */
  readonly notice: Locator
  readonly confirmStop: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.body = page.getByRole('main')
    this.energy = this.body.getByText(/^\d+[.,]\d\skWh$/)
    this.battery = page.getByRole('img', { name: /^(Battery|Batterie) \d+/ })
    this.stop = page.getByRole('button', { name: /^(Hold to stop|Zum Stoppen)/ })
    this.holding = page.getByRole('button', { name: /^(Keep holding|Weiter halten)/ })
    this.cannotHold = page.getByRole('button', {
      name: /^(Stop without holding|Ohne Halten stoppen)$/,
    })
    this.stopping = page.getByRole('button', { name: /^(Stopping|Wird gestoppt)/ })
    this.notice = page.getByRole('contentinfo').getByRole('status')
    this.confirmStop = page.getByRole('button', { name: /^(Yes, stop|Ja, stoppen)$/ })
  }

  async energyKWh(): Promise<number> {
    return Number.parseFloat((await this.energy.innerText()).replace(',', '.'))
  }

  /** The mouse stays on the button until it has had its effect. */
  async holdToStop(): Promise<void> {
    await this.stop.hover()
    await this.#page.mouse.down()
    await this.untilHeld()
    await this.#page.mouse.up()
  }

  /** What is on the button now stays there until the hold is over. */
  async untilHeld(): Promise<void> {
    await expect(this.holding).toBeVisible()
    await expect(this.holding).toBeHidden()
  }
}
