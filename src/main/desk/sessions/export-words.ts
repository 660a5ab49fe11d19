import german from '#renderer/locales/de/export.json' with { type: 'json' }
import english from '#renderer/locales/en/export.json' with { type: 'json' }
import type { ExportRow } from './export-row.ts'

type Headings = Readonly<Record<keyof ExportRow, string>>

const isGerman = (language: string): boolean => language.toLowerCase().startsWith('de')

/** What stands before the sums below a list. */
export const totalTitle = (language: string): string =>
  (isGerman(language) ? german : english).total

/** The columns in their order, each with its heading in the language (BCP 47 tag) of the desk. */
export function exportColumns(language: string): { key: keyof ExportRow; header: string }[] {
  const headings: Headings = isGerman(language) ? german : english
  const { total, ...columns } = english
  const keys = Object.keys(columns) as (keyof ExportRow)[]
  return keys.map((key) => ({ key, header: headings[key] }))
}
