import type { Locator, Page } from '@playwright/test'

/** The question for a code: of a charge, its receipt, or a start that is under way. */
export class ClaimPage {
  readonly body: Locator
  readonly keys: Locator

  constructor(page: Page) {
    this.body = page.getByRole('main')
    this.keys = page.getByRole('group', {
      name: /^(Enter your (stop )?code|(Stopp-)?Code eingeben)/,
    })
  }

  /** Taps the code digit by digit; it is sent with the last one. */
  async enter(code: string): Promise<void> {
    for (const digit of code) await this.keys.getByRole('button', { name: digit }).click()
  }
}
