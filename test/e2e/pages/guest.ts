import type { Locator, Page } from '@playwright/test'
import type { Terminal } from '../host/launcher.ts'
import { BoardPage } from './board.ts'
import { ChargingPage } from './charging.ts'
import { ConnectorPage } from './connector.ts'
import { StartingPage } from './starting.ts'
import { SummaryPage } from './summary.ts'

/** Somebody in front of the terminal: all screens, and the ways between them. */
export class Guest {
  readonly page: Page
  readonly board: BoardPage
  readonly connector: ConnectorPage
  readonly starting: StartingPage
  readonly charging: ChargingPage
  readonly summary: SummaryPage
  readonly back: Locator
  readonly dialog: Locator
  /** The banner that tells of a lost connection. */
  readonly lost: Locator

  constructor({ page }: Pick<Terminal, 'page'>) {
    this.page = page
    this.board = new BoardPage(page)
    this.connector = new ConnectorPage(page)
    this.starting = new StartingPage(page)
    this.charging = new ChargingPage(page)
    this.summary = new SummaryPage(page)
    this.back = page.getByRole('button', { name: /^(Back|Zurück)$/ })
    this.dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
    this.lost = page.getByRole('status').getByText(/^(No connection since|Keine Verbindung seit)/)
  }

  /** From the board to the plug's own screen, a card chosen. */
  async choose(number: string): Promise<void> {
    await this.board.tile(number).charge.click()
    await this.connector.heading(number).waitFor()
    await this.connector.chooseCard()
  }

  /** Starts, and comes back when the station waits for the cable. */
  async start(number: string): Promise<void> {
    await this.choose(number)
    await this.connector.start.click()
    await this.starting.plugIn.waitFor()
  }

  /** Touches where nothing is: only to show that somebody is there. */
  async touch(): Promise<void> {
    await this.page.mouse.click(4, 4)
  }
}
