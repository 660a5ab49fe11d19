import type { Locator, Page } from '@playwright/test'

/** The steps of a start as they really happen. */
export class StartingPage {
  readonly steps: Locator
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
    this.steps = body.getByRole('listitem')
    this.now = body.getByRole('status')
    this.plugIn = page.getByRole('heading', { name: /^(Plug in now|Jetzt einstecken)$/ })
    this.countdown = page.getByRole('timer')
    this.cancel = page.getByRole('button', { name: /^(Cancel the start|Start abbrechen)$/ })
    this.confirmCancel = page.getByRole('button', { name: /^(Yes, cancel|Ja, abbrechen)$/ })
    this.tryAgain = page.getByRole('button', { name: /^(Try again|Noch einmal versuchen)$/ })
    this.code = body.getByText(/^(Your code is|Ihr Code ist) [\d ]+\.$/)
    this.otherPlug = page.getByRole('button', { name: /^(Choose another|Anderen Ladeplatz)/ })
  }
}
