import type { OcppStatus } from '../model.ts'
import type { PlugName } from '../plugs.ts'
import type { ConnectorPlan, StationPlan } from '../blueprint.ts'

/** A row of equal stations. Details of single connectors are added by their number. */
export interface Row {
  stations: number
  prefix: string
  name: string
  plugs: readonly PlugName[]
  directions?: string
}

/**
 * Builds the stations of a large site. Numbers and sort orders count through from 1; `statuses` are
 * dealt out in turn, so that every state is there whatever the size.
 */
export function buildRows(
  rows: readonly Row[],
  statuses: readonly OcppStatus[],
  details: Readonly<Record<number, Partial<ConnectorPlan>>>,
): StationPlan[] {
  let count = 0
  const nextConnector = (plug: PlugName): ConnectorPlan => {
    count += 1
    return {
      plug,
      number: String(count),
      sortOrder: String(count),
      status: statuses[(count - 1) % statuses.length] ?? 'Available',
      ...details[count],
    }
  }
  return rows.flatMap((row) =>
    Array.from({ length: row.stations }, (_, index) => ({
      label: `${row.prefix}${String(index + 1).padStart(2, '0')}`,
      publicName: `${row.name} ${String(index + 1)}`,
      ...(row.directions === undefined ? {} : { directions: row.directions }),
      connectors: row.plugs.map(nextConnector),
    })),
  )
}
