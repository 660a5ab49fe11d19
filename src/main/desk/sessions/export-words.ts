import german from '#renderer/locales/de/export.json' with { type: 'json' }
import english from '#renderer/locales/en/export.json' with { type: 'json' }
import type { ExportRow } from './export-row.ts'
import type { Starter } from './session-starters.ts'

type Headings = Readonly<Record<keyof ExportRow, string>>

const wordsIn = (language: string): typeof english =>
  language.toLowerCase().startsWith('de') ? german : english

/** What stands before the sums below a list. */
export const totalTitle = (language: string): string => wordsIn(language).total

/** Who began a session, in the language (BCP 47 tag) of the desk. */
export function starterWords(language: string): (starter: Starter | undefined) => string {
  const { byGuest, byDesk, notTold } = wordsIn(language)
  return (starter) => {
    if (!starter) return notTold
    if (starter.startedBy === 'guest') return byGuest
    return starter.person === null ? byDesk : `${byDesk}: ${starter.person}`
  }
}

/** The columns in their order, each with its heading in the language (BCP 47 tag) of the desk. */
export function exportColumns(language: string): { key: keyof ExportRow; header: string }[] {
  const headings: Headings = wordsIn(language)
  const { total, byGuest, byDesk, notTold, ...columns } = english
  const keys = Object.keys(columns) as (keyof ExportRow)[]
  return keys.map((key) => ({ key, header: headings[key] }))
}
