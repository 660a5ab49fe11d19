import { decimalSum } from '#common/decimal-sum.ts'
import type { ExportRow } from './export-row.ts'

const SUMMED = ['energyKWh', 'net', 'tax', 'gross'] as const
type Sums = Record<(typeof SUMMED)[number], number | null>
type Cell = ExportRow['currency']

/** What some sessions with one currency come to. A sum that no session tells is null: that is not zero. */
export interface SumRow extends Readonly<Sums> {
  /** The reference or person; what stands for the whole list in its last rows. */
  readonly group: string
  readonly sessions: number
  /** How many of them have not ended: they are in no sum. */
  readonly running: number
  /** How many that have ended tell no gross amount: it lacks in the sums. */
  readonly withoutSum: number
  readonly currency: Cell
}

/** Sums by group and currency. */
export interface SessionSums {
  add(group: string, row: ExportRow, hasEnded: boolean): void
  /** By group in the order of `language` (BCP 47); the currency that is not told comes last. */
  rows(language: string): SumRow[]
}

type Counted = { -readonly [K in keyof SumRow]: SumRow[K] }

export function createSums(): SessionSums {
  const sums = new Map<string, Counted>()
  return {
    add(group, row, hasEnded) {
      const key = JSON.stringify([group, row.currency])
      const sum = sums.get(key) ?? emptySum(group, row.currency)
      sums.set(key, sum)
      sum.sessions += 1
      if (!hasEnded) {
        sum.running += 1
        return
      }
      if (row.gross === null) sum.withoutSum += 1
      for (const of of SUMMED) {
        const value = row[of]
        if (typeof value === 'number') sum[of] = decimalSum([sum[of] ?? 0, value])
      }
    },
    rows: (language) => {
      const { compare } = new Intl.Collator(language, { numeric: true })
      return [...sums.values()].toSorted(
        (a, b) => compare(a.group, b.group) || byCurrency(a.currency, b.currency),
      )
    },
  }
}

const emptySum = (group: string, currency: Cell): Counted => ({
  ...{ group, sessions: 0, running: 0, withoutSum: 0, currency },
  ...{ energyKWh: null, net: null, tax: null, gross: null },
})

function byCurrency(a: Cell, b: Cell): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return String(a).localeCompare(String(b))
}

/** A row below a list of sessions that has its sums alone. */
export const totalRow = (title: string, sum: SumRow): ExportRow => ({
  ...{ start: title, end: null, connector: null, evseId: null, station: null },
  energyKWh: sum.energyKWh,
  ...{ meterStart: null, meterEnd: null },
  ...{ net: sum.net, tax: sum.tax, gross: sum.gross, currency: sum.currency },
  ...{ rate: null, bookingReference: null, note: null, sessionId: null, status: null, site: null },
  ...{ taxRate: null, authorisedBy: null, startedBy: null, invoice: null },
})
