import { describe, expect, it } from 'vitest'
import { filtered, type Period } from '#renderer/desk/documents/filter.ts'
import type { DocumentRow } from '#renderer/desk/documents/use-documents.ts'
import { formats } from '#renderer/i18n/format.ts'

const NOW_MS = Date.parse('2026-11-22T23:30:00Z')
const document = (day: string | null, type: DocumentRow['type'] = 'invoice'): DocumentRow => ({
  __typename: 'AccountDocument',
  id: `${day ?? 'none'} ${type ?? ''}`,
  title: null,
  type,
  documentDate: day === null ? null : `${day}T00:00:00.000Z`,
})
const daysIn = (period: Period, days: readonly (string | null)[]): (string | null)[] =>
  filtered(
    days.map((day) => document(day)),
    { type: 'any', period },
    NOW_MS,
    'Europe/Vienna',
  ).map(({ documentDate }) => documentDate?.slice(0, 10) ?? null)

describe('the filter of documents', () => {
  it.each([
    ['any', ['2026-11-23', '2020-01-01', null], ['2026-11-23', '2020-01-01', null]],
    ['month', ['2026-10-24', '2026-10-23', null], ['2026-10-24']],
    ['quarter', ['2026-08-25', '2026-08-24'], ['2026-08-25']],
    ['thisYear', ['2026-01-01', '2025-12-31'], ['2026-01-01']],
    [
      'lastYear',
      ['2026-01-01', '2025-12-31', '2025-01-01', '2024-12-31'],
      ['2025-12-31', '2025-01-01'],
    ],
  ] as const)('by time: %s', (period, days, fitting) => {
    expect(daysIn(period, days)).toEqual(fitting)
  })

  it('by type', () => {
    const rows = [document('2026-11-01'), document('2026-11-01', 'receipt')]
    const found = filtered(rows, { type: 'receipt', period: 'any' }, NOW_MS, 'UTC')
    expect(found).toEqual([rows[1]])
  })
})

describe('the date of a document', () => {
  it('is the day that was delivered, in every time zone', () => {
    for (const zone of ['America/Los_Angeles', 'UTC', 'Pacific/Auckland'])
      expect(formats('en-GB', zone).day('2026-11-22T00:00:00.000Z')).toBe('22 Nov 2026')
  })

  it('is left out where none can be read', () => {
    for (const none of [null, undefined, '', 'soon'])
      expect(formats('en-GB', 'UTC').day(none)).toBe('')
  })
})
