import type { Connector } from '#contract/site.ts'

/** What decides where a connector's tile lies. */
export type Placed = Pick<Connector, 'id' | 'stationId' | 'stationLabel'>

export interface TilePlace {
  readonly id: string
  /** Its place among all tiles, from 0. */
  readonly index: number
  /** The station's label, where the station's tiles begin in this row; null elsewhere. */
  readonly label: string | null
  /** How many tiles lie under the label. */
  readonly span: number
}

/** Tiles side by side: a part of the board that comes and goes as a whole. */
export interface DenseRow {
  readonly key: string
  readonly tiles: readonly TilePlace[]
  /** Leaves room for labels. */
  readonly labelled: boolean
}

const WIDEST_CLUSTER = 4

export function samePlaced(one: Placed, other: Placed): boolean {
  return (
    one.id === other.id &&
    one.stationId === other.stationId &&
    one.stationLabel === other.stationLabel
  )
}

/**
 * Lays the connectors by station, stations in the order in which the site names them first. Small
 * stations stand side by side and are never broken; one of many connectors has rows of its own.
 */
export function layRows(connectors: readonly Placed[], columns: number): DenseRow[] {
  const rows: DenseRow[] = []
  let row: TilePlace[] = []
  let count = 0
  const end = (): void => {
    const [first] = row
    if (!first) return
    rows.push({ key: first.id, tiles: row, labelled: row.some(({ label }) => label !== null) })
    row = []
  }
  for (const members of Map.groupBy(connectors, ({ stationId }) => stationId).values()) {
    const isOwnRow = members.length > Math.min(columns, WIDEST_CLUSTER)
    if (isOwnRow || row.length + members.length > columns) end()
    for (const [at, { id, stationLabel }] of members.entries()) {
      if (row.length === columns) end()
      const label = at === 0 && stationLabel ? stationLabel : null
      row.push({ id, index: count, label, span: Math.min(members.length, columns) })
      count += 1
    }
    if (isOwnRow) end()
  }
  end()
  return rows
}

/**
 * As wide as there is room for, or in fewer columns where stations would leave less of them empty: the tiles
 * take that room. Not in less than two thirds of `most`.
 */
export function fillRows(
  connectors: readonly Placed[],
  most: number,
): { rows: DenseRow[]; columns: number } {
  const lay = (columns: number) => {
    const rows = layRows(connectors, columns)
    return { rows, columns, filled: connectors.length / (rows.length * columns) }
  }
  const widest = lay(most)
  if (widest.rows.length <= 1) return widest
  const laid = Array.from({ length: Math.floor(most / 3) }, (_, fewer) => lay(most - fewer - 1))
  return laid.reduce((best, one) => (one.filled > best.filled ? one : best), widest)
}

/** The row of each tile, by the tile's place among all. */
export function rowOfTile(rows: readonly DenseRow[], index: number): number {
  return rows.findIndex(({ tiles }) => (tiles.at(-1)?.index ?? -1) >= index)
}

/** The tile that a key leads to from the one at `index`; null: the key leads nowhere. */
export function tileAfter(rows: readonly DenseRow[], index: number, key: string): number | null {
  const last = rows.at(-1)?.tiles.at(-1)?.index ?? -1
  const at = rowOfTile(rows, index)
  const column = index - (rows[at]?.tiles[0]?.index ?? 0)
  const inRow = (row: DenseRow | undefined): number | null =>
    row?.tiles[Math.min(column, row.tiles.length - 1)]?.index ?? null
  switch (key) {
    case 'ArrowRight':
      return index < last ? index + 1 : null
    case 'ArrowLeft':
      return index > 0 ? index - 1 : null
    case 'ArrowDown':
      return inRow(rows[at + 1])
    case 'ArrowUp':
      return inRow(rows[at - 1])
    case 'Home':
      return index > 0 ? 0 : null
    case 'End':
      return index < last ? last : null
    default:
      return null
  }
}
