import type { Locator, Page } from '@playwright/test'
import type { Language } from '#renderer/i18n/languages.ts'
import type { MessageKey } from '#renderer/i18n/text.ts'
import { messagesOf } from '#tools/words/catalogues.ts'

type Messages = Readonly<Record<MessageKey, string>>

/** What guests read in a language, in ICU's format. */
export const guestWords = (language: Language): Messages => messagesOf(language, 'guest')

/** Finds what is on the page by the words of one language, for walks that any language is taken on. */
export class Words {
  readonly #page: Page
  readonly #messages: Messages

  constructor(page: Page, language: Language) {
    this.#page = page
    this.#messages = guestWords(language)
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

  /** The tile of this plug where many are shown: a button. */
  denseTile(number: string): Locator {
    const name = this.#messages['tile.name'].replace('{number}', number)
    return this.#page.getByRole('main').getByRole('button', { name: `${name},` })
  }
}
