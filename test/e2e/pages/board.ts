import { expect, type Locator, type Page } from '@playwright/test'

/** The resting screen. Names are known in both languages, so that one story serves both. */
export class BoardPage {
  readonly plugs: Locator
  readonly tiles: Locator
  readonly header: Locator
  readonly help: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.plugs = page.getByRole('main', { name: /^(Plugs|Ladeplätze)$/ })
    this.tiles = this.plugs.getByRole('listitem')
    this.header = page.getByRole('banner')
    this.help = page.getByRole('button', { name: /^(Help|Hilfe)$/ })
  }

  /** The tile of the plug with this number on its sticker. */
  tile(number: string): Tile {
    const heading = this.#page.getByRole('heading', {
      name: new RegExp(`^(Plug|Ladeplatz) ${number}$`),
    })
    return new Tile(this.tiles.filter({ has: heading }))
  }

  /** Of many plugs only those in view are on the page: how many the list says it has. */
  async expectListed(count: number): Promise<void> {
    await expect(this.tiles.first()).toHaveAttribute('aria-setsize', String(count))
  }

  /** Scrolls on until a plug of many is on the page. */
  async reach(name: RegExp): Promise<Locator> {
    const tile = this.plugs.getByRole('button', { name })
    await expect(async () => {
      const isThere = (await tile.count()) > 0
      if (!isThere) await this.plugs.evaluate((list) => list.scrollBy(0, list.clientHeight))
      await expect(tile).toBeVisible({ timeout: 500 })
    }).toPass()
    return tile
  }

  language(name: 'English' | 'Deutsch'): Locator {
    return this.#page.getByRole('button', { name, exact: true })
  }

  /** Opens language and display, where each way to see and reach the screen has its button. */
  async openLook(): Promise<Locator> {
    const name = /^(Language and display|Sprache und Anzeige): /
    await this.#page.getByRole('button', { name }).click()
    const sheet = this.#page.getByRole('dialog')
    await sheet.waitFor()
    return sheet
  }

  /** Closes a sheet over the board. */
  async closeSheet(): Promise<void> {
    const sheet = this.#page.getByRole('dialog')
    await sheet.getByRole('button', { name: /^(Done|Fertig)$/ }).click()
    await sheet.waitFor({ state: 'hidden' })
  }

  /** Turns a way on or off, by its words. */
  async turn(name: string | RegExp): Promise<void> {
    const sheet = await this.openLook()
    await sheet.getByRole('button', { name }).click()
    await this.closeSheet()
  }

  /** Turns one of the filters of a board of many, in their sheet. */
  async filter(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: /^Filter( · \d+)?$/ }).click()
    const sheet = this.#page.getByRole('dialog')
    await sheet.getByRole('button', { name, exact: true }).click()
    await this.closeSheet()
  }

  /** The hour decides how the board begins: this makes it one or the other. */
  async show(theme: 'light' | 'dark'): Promise<void> {
    const name = theme === 'dark' ? /^(Dark display|Dunkle Anzeige)$/ : /^(Light|Helle) /
    const other = theme === 'dark' ? /^(Light|Helle) / : /^(Dark display|Dunkle Anzeige)$/
    const sheet = await this.openLook()
    const wanted = sheet.getByRole('button', { name })
    const shown = sheet.getByRole('button', { name: other })
    await wanted.or(shown).waitFor()
    if (await wanted.isVisible()) await wanted.click()
    await shown.waitFor()
    await this.closeSheet()
  }
}

/** One plug of the board. */
export class Tile {
  readonly charge: Locator
  readonly mine: Locator
  readonly open: Locator
  readonly receipt: Locator
  readonly actions: Locator
  readonly root: Locator

  constructor(root: Locator) {
    this.root = root
    this.actions = root.getByRole('button')
    this.charge = root.getByRole('button', { name: /^(Start here|Hier starten) –/ })
    this.mine = root.getByRole('button', {
      name: /^(Open with code|View or stop|Mit Code öffnen|Ansehen\/Stoppen) –/,
    })
    this.open = root.getByRole('button', { name: /^(Continue|Weiter) –/ })
    this.receipt = root.getByRole('button', { name: /^(Receipt|Beleg) –/ })
  }
}
