import type { Connector } from '#contract/site.ts'

/** More than this and the board is a dense list by stations. */
export const DENSE_FROM = 13
const WIDEST_CLUSTER = 4

export interface StationGroup {
  readonly stationId: string
  readonly label: string
  readonly connectors: readonly Connector[]
  /** Tiles side by side: 1 to 4, or `row` for a station that takes a row of its own. */
  readonly span: '1' | '2' | '3' | '4' | 'row'
}

/** The connectors by station, stations in the order in which the site names them first. */
export function byStation(connectors: readonly Connector[]): StationGroup[] {
  const stations = Map.groupBy(connectors, (connector) => connector.stationId)
  return [...stations].map(([stationId, members]) => ({
    stationId,
    label: members[0]?.stationLabel ?? '',
    connectors: members,
    span: spanOf(members.length),
  }))
}

function spanOf(count: number): StationGroup['span'] {
  return count > WIDEST_CLUSTER ? 'row' : (String(count) as StationGroup['span'])
}

/** Columns of large tiles that fill a page well, by how it stands. */
export function columnsFor(count: number): { portrait: number; landscape: number } {
  const portrait = count <= 1 ? 1 : count <= 8 ? 2 : 3
  const landscape = count <= 3 ? Math.max(1, count) : count === 4 ? 2 : count <= 6 ? 3 : 4
  return { portrait, landscape }
}
