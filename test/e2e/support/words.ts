import type { Locator, Page } from '@playwright/test'
import type { MessageKey, Messages } from '#renderer/i18n/en.ts'
import type { Language } from '#renderer/i18n/languages.ts'
import { loadMessages } from '#renderer/i18n/messages.ts'

/** Finds what is on the page by the words of one language, for walks that any language is taken on. */
export class Words {
  readonly #page: Page
  readonly #messages: Messages

  private constructor(page: Page, messages: Messages) {
    this.#page = page
    this.#messages = messages
  }

  static async of(page: Page, language: Language): Promise<Words> {
    return new Words(page, await loadMessages[language]())
  }

  text(key: MessageKey): string {
    return this.#messages[key]
  }

  button(key: MessageKey): Locator {
    return this.#page.getByRole('button', { name: this.#messages[key], exact: true })
  }

  /** The choices of a group, by its title. */
  choices(key: MessageKey): Locator {
    return this.#page.getByRole('group', { name: this.#messages[key] }).getByRole('radio')
  }

  picture(key: MessageKey): Locator {
    return this.#page.getByRole('img', { name: this.#messages[key] })
  }

  /** The tile of the plug with this number. */
  tile(number: string): Locator {
    const name = this.#messages['tile.name'].replace('{number}', number)
    const heading = this.#page.getByRole('heading', { name, exact: true })
    return this.#page.getByRole('main').getByRole('listitem').filter({ has: heading })
  }

  /** The same on a board of many, where a tile is a button itself. */
  denseTile(number: string): Locator {
    const name = this.#messages['tile.name'].replace('{number}', number)
    return this.#page.getByRole('main').getByRole('button', { name: `${name},` })
  }
}
