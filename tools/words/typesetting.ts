const NARROW_NBSP = '\u202f'
const NBSP = '\u00a0'

/** No line begins with `?`, `!`, `:`, `;` or `»`, and none ends with `«`. */
const frenchSpaces = (text: string): string =>
  text.replace(/ (?=[?!:;»])/g, NARROW_NBSP).replace(/« /g, `«${NARROW_NBSP}`)

/** No line ends with a word of one letter. */
const shortWordsKept = (text: string): string =>
  text.replace(/(?<=^|[ („«{])(\p{L}) /gu, (_, word: string) => word + NBSP)

const rules: Readonly<Partial<Record<string, (text: string) => string>>> = {
  fr: frenchSpaces,
  cs: shortWordsKept,
  pl: shortWordsKept,
  sk: shortWordsKept,
  bg: shortWordsKept,
  uk: shortWordsKept,
}

/** A message with the spaces that keep together what its language wants on one line. */
export const typeset = (language: string, text: string): string => rules[language]?.(text) ?? text
