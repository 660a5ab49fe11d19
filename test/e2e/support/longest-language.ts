import type { MessageKey } from '#renderer/i18n/en.ts'
import { languages, type Language } from '#renderer/i18n/languages.ts'
import { loadMessages } from '#renderer/i18n/messages.ts'

/**
 * The language whose texts are longest in all (UTF-16 units): of every screen, or of those whose
 * keys begin with one of `prefixes`, e.g. `['charge.', 'code.']`. Screens are checked for overflow
 * in it.
 */
export async function longestLanguage(prefixes: readonly string[] = ['']): Promise<Language> {
  const lengths = await Promise.all(
    languages.map(async ({ code }) => {
      const messages = await loadMessages[code]()
      const keys = (Object.keys(messages) as MessageKey[]).filter((key) =>
        prefixes.some((prefix) => key.startsWith(prefix)),
      )
      return { code, length: keys.reduce((sum, key) => sum + messages[key].length, 0) }
    }),
  )
  return lengths.reduce((longest, one) => (one.length > longest.length ? one : longest)).code
}
