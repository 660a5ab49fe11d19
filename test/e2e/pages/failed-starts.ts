import { expect, type Locator, type Page } from '@playwright/test'

/** The desk's list of starts that began no charge. */
export class FailedStarts {
  readonly sheet: Locator

  constructor(page: Page) {
    this.sheet = page.getByRole('dialog', { name: 'Why it did not start' })
  }

  /** The only one: refused by the station of `plug` for this reason. */
  async expectOne(plug: string, reason: string): Promise<void> {
    const only = this.sheet.getByRole('list').locator('> *')
    await expect(only).toHaveCount(1)
    await expect(only).toContainText(plug)
    await expect(only).toContainText(`The station says: ${reason}`)
    await expect(only).toContainText('What to do: The car was not ready.')
    await expect(only).toContainText(/call the operator of the station: \+?\d/)
  }

  /** With one that was refused and no other. */
  async expectFilterAndFile(): Promise<void> {
    const end = this.sheet.getByLabel('How it ended')
    await end.selectOption('Time was up')
    await expect(this.sheet.getByText('No start has failed.')).toBeVisible()
    await end.selectOption('Refused by the station')
    await this.sheet.getByRole('button', { name: 'Export as CSV' }).click()
    await expect(this.sheet.getByRole('status')).toContainText('1 line is in')
  }
}
