/** One column of a table. */
export interface Column<Row> {
  readonly key: string
  /** Its heading. */
  readonly name: string
  /** What stands in it, where the table's user draws nothing of its own; null: not provided. */
  text(row: Row): string | null
  /** By what it is sorted; without it, it is not. */
  readonly sortBy?: (row: Row) => string | number | null
  /** A track of the grid, e.g. `minmax(8em, 1fr)`. */
  readonly width: string
  /** Figures stand at the end. */
  readonly end?: boolean
}

export interface Sorting {
  readonly key: string
  readonly descending: boolean
}

/** The rows in this order; what is not known stands last, either way. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | null,
  locale: string,
): readonly Row[] {
  const sortBy = columns.find(({ key }) => key === sorting?.key)?.sortBy
  if (!sorting || !sortBy) return rows
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const sign = sorting.descending ? -1 : 1
  return rows.toSorted((one, other) => {
    const [a, b] = [sortBy(one), sortBy(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
    return sign * compare(String(a), String(b))
  })
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
}

/** Where a key leads from the row `at` of `count`; null for keys that lead nowhere. */
export function rowReached(key: string, at: number, count: number): number | null {
  const step = steps[key]
  return step === undefined ? null : Math.min(count - 1, Math.max(0, at + step))
}
