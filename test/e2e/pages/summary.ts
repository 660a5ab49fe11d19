import type { Locator, Page } from '@playwright/test'

/** What a guest reads at the end. */
export class SummaryPage {
  readonly heading: Locator
  readonly body: Locator
  readonly costs: Locator
  readonly done: Locator

  constructor(page: Page) {
    this.heading = page.getByRole('heading', { name: /^(Thank you!|Vielen Dank!)$/ })
    this.body = page.getByRole('main')
    this.costs = page.getByRole('table', { name: /^(Cost|Kosten)$/ })
    this.done = page.getByRole('button', { name: /^(Done|Fertig)$/ })
  }

  /** Unfolds what the meter said at start and end. */
  async openMeter(): Promise<void> {
    await this.body.locator('summary').click()
  }

  /** The value beside a name such as "Meter at start". */
  value(name: string): Locator {
    return this.body
      .getByRole('term')
      .filter({ hasText: name })
      .locator('xpath=..')
      .getByRole('definition')
  }
}
