import type { MessageKey } from '#renderer/i18n/text.ts'
import { languages, type Language } from '#renderer/i18n/languages.ts'
import { guestWords } from './words.ts'

/**
 * The language whose texts are longest in all (UTF-16 units): of every screen, or of those whose
 * keys begin with one of `prefixes`, e.g. `['charge.', 'code.']`. Screens are checked for overflow
 * in it.
 */
export function longestLanguage(prefixes: readonly string[] = ['']): Language {
  const lengths = languages.map(({ code }) => {
    const messages = guestWords(code)
    const keys = (Object.keys(messages) as MessageKey[]).filter((key) =>
      prefixes.some((prefix) => key.startsWith(prefix)),
    )
    return { code, length: keys.reduce((sum, key) => sum + messages[key].length, 0) }
  })
  return lengths.reduce((longest, one) => (one.length > longest.length ? one : longest)).code
}
