import type { Locator, Page } from '@playwright/test'

/** Everything to choose before a start. The radio buttons lie behind their cards. */
export class ChoosingPage {
  readonly ways: Locator
  readonly holds: Locator
  readonly packages: Locator
  readonly targets: Locator
  readonly less: Locator
  readonly more: Locator
  readonly pay: Locator
  readonly ownCard: Locator

  constructor(page: Page) {
    this.ways = page.getByRole('group', { name: 'Charge with' })
    this.holds = page.getByRole('group', { name: 'How much may be held?' })
    this.packages = page.getByRole('group', { name: 'Packages' })
    this.targets = page.getByRole('group', { name: 'When to stop' })
    this.less = page.getByRole('button', { name: /: Less$/ })
    this.more = page.getByRole('button', { name: /: More$/ })
    this.pay = page.getByRole('button', { name: 'Go to the payment' })
    this.ownCard = page.getByRole('heading', { name: 'Your own charging card' })
  }

  async choose(group: Locator, name: RegExp): Promise<void> {
    await group.getByRole('radio', { name }).check({ force: true })
  }
}
