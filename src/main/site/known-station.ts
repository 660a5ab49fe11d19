import type { KnownStation } from '#contract/site.ts'
import type { StaticConnector } from './static.ts'

/** What the site's static data tell of a charging point; of one of another site they tell nothing. */
export function knownStation(
  connectors: readonly StaticConnector[],
  stationId: string,
): KnownStation {
  const own = connectors.filter((connector) => connector.stationId === stationId)
  return {
    facts: own[0]?.station ?? null,
    remoteCommands: own[0]?.remoteCommands ?? null,
    maintenance: own.flatMap(({ id, maintenance }) =>
      maintenance.map((window) => ({ connectorId: id, ...window })),
    ),
  }
}
