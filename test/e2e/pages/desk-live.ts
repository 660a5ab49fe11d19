import { expect, type Locator, type Page } from '@playwright/test'
import type { AuditEntry } from '#contract/desk.ts'
import type { Desk } from './desk.ts'

/** The live section of the desk. */
export class LiveDesk {
  readonly page: Page
  readonly table: Locator
  readonly sheet: Locator
  readonly alerts: Locator
  readonly confirm: Locator
  readonly startNow: Locator

  constructor({ page }: Desk) {
    this.page = page
    this.table = page.getByRole('grid', { name: 'Live' })
    this.sheet = page.getByRole('dialog')
    this.alerts = page.getByRole('region', { name: 'Look after' })
    this.confirm = page.getByRole('alertdialog')
    this.startNow = this.sheet.getByRole('button', { name: 'Start now' })
  }

  row(number: string): Locator {
    const cell = this.page.getByRole('gridcell', { name: number, exact: true })
    return this.table.getByRole('row').filter({ has: cell })
  }

  /** Opens a connector's sheet from its row. */
  async open(number: string): Promise<void> {
    await this.row(number).click()
    await expect(this.sheet.getByRole('heading', { name: `Connector ${number}` })).toBeVisible()
  }

  async shut(): Promise<void> {
    await this.sheet.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(this.sheet).toBeHidden()
  }

  /** From a connector's open sheet to the choices, with the first card. */
  async chooseCard(name = 'Hotel guests'): Promise<void> {
    await this.sheet.getByRole('radio', { name }).check({ force: true })
  }

  async stop(reason: { usual?: string; words?: string } = {}): Promise<void> {
    if (reason.usual) await this.sheet.getByLabel('Reason').selectOption({ label: reason.usual })
    if (reason.words) await this.sheet.getByLabel('In a few words').fill(reason.words)
    await this.sheet.getByRole('button', { name: 'Stop …' }).click()
    await this.confirm.getByRole('button', { name: 'Stop now' }).click()
  }

  /** The newest lines of the audit trail; a manager must be at the desk. */
  async audit(limit = 10): Promise<AuditEntry[]> {
    const told = await this.page.evaluate(
      (most) => window.terminal.invoke('desk.audit', { beforeId: null, limit: most }),
      limit,
    )
    if (!told.ok) throw new Error(told.error.code)
    return told.value
  }
}
