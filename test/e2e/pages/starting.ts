import type { Locator, Page } from '@playwright/test'

/** A start: what to do now, and behind Details its steps as they really happen. */
export class StartingPage {
  /** Once they are opened. */
  readonly steps: Locator
  readonly #details: Locator
  /** What matters now, in large letters. */
  readonly now: Locator
  readonly plugIn: Locator
  readonly countdown: Locator
  readonly cancel: Locator
  readonly confirmCancel: Locator
  readonly tryAgain: Locator
  readonly otherPlug: Locator
  /** The start's code, as readers say it. */
  readonly code: Locator

  constructor(page: Page) {
    const body = page.getByRole('main')
    this.steps = page.getByRole('dialog').getByRole('listitem')
    this.#details = page.getByRole('button', { name: /^(Details|Einzelheiten|Bijzonderheden)$/ })
    this.now = body.getByRole('status')
    this.plugIn = page.getByRole('heading', { name: /^(Plug in now|Jetzt einstecken)$/ })
    this.countdown = page.getByRole('timer')
    this.cancel = page.getByRole('button', { name: /^(Cancel the start|Start abbrechen)$/ })
    this.confirmCancel = page.getByRole('button', { name: /^(Yes, cancel|Ja, abbrechen)$/ })
    this.tryAgain = page.getByRole('button', { name: /^(Try again|Noch einmal versuchen)$/ })
    this.code = body.getByText(/^(Your code is|Ihr Code ist) [\d ]+\.$/)
    this.otherPlug = page.getByRole('button', { name: /^(Choose another|Anderen Ladeplatz)/ })
  }

  /** Looks at the steps, and closes them again. */
  async lookAtSteps(look: (steps: Locator) => Promise<void>): Promise<void> {
    await this.#details.click()
    await look(this.steps)
    await this.steps.page().keyboard.press('Escape')
  }
}
