import { dayAt, isoDay } from '../site-days.ts'
import type { DocumentRow } from './use-documents.ts'

/** The types of documents that the platform has (accountDocumentType). */
export const documentTypes = [
  'invoice',
  'creditnote',
  'cancellation',
  'receipt',
  'reminder',
  'statement',
] as const
export type DocumentType = (typeof documentTypes)[number]

export const periods = ['any', 'month', 'quarter', 'thisYear', 'lastYear'] as const
export type Period = (typeof periods)[number]

/** Which documents are looked for. The platform filters none: `accountDocumentsPaged` takes a page alone. */
export interface DocumentFilter {
  readonly type: DocumentType | 'any'
  readonly period: Period
}

export const isDocumentType = (type: string | null): type is DocumentType =>
  documentTypes.some((one) => one === type)

/** Days from and to which a period goes, as dates are delivered; '' where it has no such end. */
export function spanOf(
  period: Period,
  nowMs: number,
  timeZone: string,
): { from: string; to: string } {
  const today = dayAt(nowMs, timeZone)
  const { year } = today
  switch (period) {
    case 'any':
      return { from: '', to: '' }
    case 'month':
      return { from: isoDay({ ...today, day: today.day - 30 }), to: '' }
    case 'quarter':
      return { from: isoDay({ ...today, day: today.day - 90 }), to: '' }
    case 'thisYear':
      return { from: `${String(year)}-01-01`, to: '' }
    case 'lastYear':
      return { from: `${String(year - 1)}-01-01`, to: `${String(year - 1)}-12-31` }
  }
}

/** The documents that fit. A document's date is a calendar day: no time zone moves it. */
export function filtered(
  rows: readonly DocumentRow[],
  { type, period }: DocumentFilter,
  nowMs: number,
  timeZone: string,
): readonly DocumentRow[] {
  const { from, to } = spanOf(period, nowMs, timeZone)
  return rows.filter((row) => {
    const day = row.documentDate?.slice(0, 10) ?? ''
    const isInTime = period === 'any' || (day >= from && (to === '' || day <= to) && day !== '')
    return isInTime && (type === 'any' || row.type === type)
  })
}
