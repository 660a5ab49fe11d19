import type { MessageKey } from '#renderer/i18n/text.ts'
import { languages, type Language } from '#renderer/i18n/languages.ts'
import { guestWords } from './words.ts'

type Measure = (text: string) => number

const lengthOf: Measure = (text) => text.length
/** A line breaks between words: what does not fit is the longest of them. */
const longestWordOf: Measure = (text) => Math.max(...text.split(/\s+/).map((word) => word.length))
const sum = (lengths: readonly number[]): number => lengths.reduce((one, other) => one + other, 0)

function languageOfMost(prefixes: readonly string[], measure: Measure): Language {
  const lengths = languages.map(({ code }) => {
    const messages = guestWords(code)
    const keys = (Object.keys(messages) as MessageKey[]).filter((key) =>
      prefixes.some((prefix) => key.startsWith(prefix)),
    )
    return { code, length: sum(keys.map((key) => measure(messages[key]))) }
  })
  return lengths.reduce((longest, one) => (one.length > longest.length ? one : longest)).code
}

/**
 * The language whose texts are longest in all (UTF-16 units): of every screen, or of those whose
 * keys begin with one of `prefixes`, e.g. `['charge.', 'code.']`. Screens are checked for overflow
 * in it.
 */
export const longestLanguage = (prefixes: readonly string[] = ['']): Language =>
  languageOfMost(prefixes, lengthOf)

/** What stands on a board, by the beginning of its keys. */
const BOARD = ['app.', 'board.', 'tile.', 'state.', 'price.', 'filter.', 'hours.'] as const

/** The languages that a board is measured in: the longest of each of its parts, and each script. */
export function boardLanguages(): ReadonlySet<Language> {
  const longest = BOARD.flatMap((part) =>
    [lengthOf, longestWordOf].map((measure) => languageOfMost([part], measure)),
  )
  return new Set<Language>(['en', 'el', 'bg', 'uk', ...longest])
}
