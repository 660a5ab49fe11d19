import { chromium, type Browser, type Locator, type Page } from '@playwright/test'
import { findHeadlessChromium, runsAsRoot } from '#tools/lib/chromium.ts'

/** The guest's own phone: a browser that has nothing to do with the terminal. */
export class Phone {
  readonly page: Page
  readonly heading: Locator
  readonly pay: Locator
  readonly payWithBank: Locator
  readonly decline: Locator
  readonly #browser: Browser

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser
    this.page = page
    this.heading = page.getByRole('heading', { level: 1 })
    this.pay = page.getByRole('button', { name: 'Pay by card' })
    this.payWithBank = page.getByRole('button', { name: /3-D Secure/ })
    this.decline = page.getByRole('button', { name: 'Decline' })
  }

  static async take(): Promise<Phone> {
    const executablePath = findHeadlessChromium()
    const browser = await chromium.launch({
      ...(executablePath === null ? {} : { executablePath }),
      chromiumSandbox: !runsAsRoot(),
    })
    return new Phone(browser, await browser.newPage({ viewport: { width: 390, height: 844 } }))
  }

  async scan(url: string): Promise<void> {
    await this.page.goto(url)
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }
}
