import type { Language } from '../i18n/languages.ts'

/** Four rows of signs; the keys that do something stand around them. */
export type Rows = readonly [string, string, string, string]

const DIGITS = '1234567890'
const QWERTZ = ['qwertzuiop', 'asdfghjkl', 'yxcvbnm'] as const
const QWERTY = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const

/** A language's own letters at the ends of its usual rows. */
const beside = (
  [upper, middle, lower]: readonly [string, string, string],
  own: readonly [upper: string, middle: string, lower: string, digits?: string] = ['', '', ''],
): Rows => [DIGITS + (own[3] ?? ''), upper + own[0], middle + own[1], lower + own[2]]

/**
 * The letters of each language that people know from its keyboards, at most twelve a row and ten in
 * the last. As there,
 * Czech and French have letters in the place of the digits, which are among the signs.
 */
const letters: Readonly<Record<Language, Rows>> = {
  cs: ['ěščřžýáíéó', 'qwertzuiopúů', 'asdfghjklďťň', 'yxcvbnm'],
  de: beside(QWERTZ, ['ü', 'öä', 'ß']),
  en: beside(QWERTY),
  es: beside(QWERTY, ['úü', 'ñáé', 'íó']),
  fr: ['éèêëàâçùûî', 'azertyuiopïô', 'qsdfghjklmœü', "wxcvbn'"],
  hr: beside(QWERTZ, ['šđ', 'čć', 'ž']),
  hu: beside(QWERTZ, ['őú', 'éáű', 'íó', 'öü']),
  it: beside(QWERTY, ['èé', 'òàù', 'ì']),
  nl: beside(QWERTY, ['éë', 'ïó', 'üç']),
  pl: beside(QWERTY, ['óę', 'łąś', 'żź', 'ćń']),
  sl: beside(QWERTZ, ['š', 'čć', 'ž']),
  sv: beside(QWERTY, ['å', 'öä', 'é']),
}

/** The same for every language; the last row ends in accents for letters that a language lacks. */
const SIGNS: Rows = [DIGITS, '!"#$%&()=?+*', "'~\\|<>[]{}^`", '_;€£§´ˋˆ¨ˇ˜']

/** Accents that wait for the next letter, and what Unicode combines it with. */
const accents: Readonly<Record<string, string>> = {
  '´': '\u0301',
  ˋ: '\u0300',
  ˆ: '\u0302',
  '¨': '\u0308',
  ˇ: '\u030C',
  '˜': '\u0303',
}

/** The rows of what is shown: letters, small or capital, or the signs. */
export function rowsOf(
  language: Language,
  layer: 'letters' | 'signs',
  capital: boolean,
): string[][] {
  const rows = layer === 'signs' ? SIGNS : letters[language]
  return rows.map((row) => Array.from(row, (sign) => (capital ? capitalOf(sign, language) : sign)))
}

/** One sign stays one: German has a capital ß. */
function capitalOf(sign: string, language: Language): string {
  return sign === 'ß' ? 'ẞ' : sign.toLocaleUpperCase(language)
}

/** Whether it waits for the letter that it stands on. */
export const isAccent = (sign: string): boolean => sign in accents

/** What an accent and the sign after it are: one letter where there is such, otherwise both. */
export function composed(accent: string | null, sign: string): string {
  if (accent === null) return sign
  const letter = (sign + (accents[accent] ?? '')).normalize('NFC')
  return Array.from(letter).length === 1 ? letter : accent + sign
}
