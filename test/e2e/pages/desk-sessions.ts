import type { Locator, Page } from '@playwright/test'
import type { Desk } from './desk.ts'

/** The desk's section of the account's sessions. */
export class DeskSessions {
  readonly page: Page
  readonly desk: Desk
  readonly grid: Locator
  /** The rows that are on the page: those in view, and a few around them. */
  readonly rows: Locator
  readonly status: Locator
  readonly time: Locator
  readonly search: Locator
  readonly export: Locator
  readonly exportPanel: Locator
  readonly sheet: Locator

  constructor(desk: Desk) {
    const { page } = desk
    this.page = page
    this.desk = desk
    this.grid = page.getByRole('grid', { name: 'Sessions' })
    this.rows = this.grid.locator('[role=rowgroup] [role=row]')
    this.status = page.getByLabel('Status', { exact: true })
    this.time = page.getByLabel('Time', { exact: true })
    this.search = page.getByRole('searchbox', { name: 'Search' })
    this.export = page.getByRole('button', { name: 'Export list' })
    this.exportPanel = page.getByRole('region', { name: 'Export list' })
    this.sheet = page.getByRole('dialog')
  }

  async open(): Promise<void> {
    await this.desk.go('Sessions')
    await this.rows.first().waitFor()
  }

  /** One part of a session's sheet, by its heading. */
  part(name: string): Locator {
    return this.sheet.getByRole('region', { name, exact: true })
  }

  /** The end of what is loaded comes into view: the table asks for more. */
  async scrollToEnd(): Promise<void> {
    await this.grid.evaluate(({ parentElement: frame }) => {
      frame?.scrollTo({ top: frame.scrollHeight })
    })
  }
}
