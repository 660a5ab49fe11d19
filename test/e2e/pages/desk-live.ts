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
    this.alerts = page.getByRole('region', { name: 'Needs attention' })
    this.confirm = page.getByRole('alertdialog')
    this.startNow = this.sheet.getByRole('button', { name: 'Start now' })
  }

  row(number: string): Locator {
    const cell = this.page.getByRole('gridcell', { name: number, exact: true })
    return this.table.getByRole('row').filter({ has: cell })
  }

  heading(name: string): Locator {
    return this.table.getByRole('columnheader', { name })
  }

  /** How many rows are whole on the screen. */
  rowsInView(): Promise<number> {
    return this.table.locator('..').evaluate((frame) => {
      const heads = frame.querySelector('[role="columnheader"]')
      const top = heads?.getBoundingClientRect().bottom ?? 0
      const bottom = Math.min(innerHeight, frame.getBoundingClientRect().bottom)
      return [...frame.querySelectorAll('[role="gridcell"]:first-child')].filter((cell) => {
        const box = cell.getBoundingClientRect()
        return box.top >= top - 1 && box.bottom <= bottom
      }).length
    })
  }

  /** The cells of figures, times and states that show less than they hold. */
  cutCells(): Promise<string[]> {
    return this.table.evaluate((table) => {
      const named = [...table.querySelectorAll('[role="columnheader"]')].map((one) =>
        one.textContent.trim(),
      )
      const whole = new Set(['No.', 'State', 'Since', 'kWh', 'kW'])
      return [...table.querySelectorAll('[role="gridcell"]')]
        .filter((cell) => {
          const place = [...(cell.parentElement?.children ?? [])].indexOf(cell)
          const parts = [cell, ...cell.querySelectorAll('*')]
          return (
            whole.has(named[place] ?? '') &&
            parts.some((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
          )
        })
        .map((cell) => cell.textContent)
    })
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

  /** What needs attention is one line until somebody opens it. */
  async openAlerts(): Promise<void> {
    await this.alerts.getByRole('button', { expanded: false }).click()
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
