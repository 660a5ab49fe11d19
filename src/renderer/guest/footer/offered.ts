import { languageOf, languages, ourLanguage, type Language } from '../../i18n/languages.ts'

/** So many languages have a button of their own on the board. */
const IN_ROW = 2

export interface Offered {
  /** The site's first, the chosen one always. */
  readonly row: readonly Language[]
  /** All of them, for the page of languages; empty where the row has them all. */
  readonly all: readonly Language[]
}

/**
 * The languages that guests may choose: the operator's, in their order, without those that we do
 * not speak; all of ours where the operator named none.
 */
export function offered(tags: readonly string[], siteTag: string, chosen: Language): Offered {
  const spoken = tags.filter(isOurs).map(languageOf)
  const listed = spoken.length > 0 ? spoken : languages.map(({ code }) => code)
  const all = [...new Set([languageOf(siteTag), ...listed])]
  if (all.length <= IN_ROW + 1) return { row: all, all: [] }
  const row = all.slice(0, IN_ROW)
  return { row: row.includes(chosen) ? row : [...row.slice(0, -1), chosen], all }
}

const isOurs = (tag: string): boolean => ourLanguage(tag) !== undefined
