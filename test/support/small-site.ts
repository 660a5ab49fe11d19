import type { SitePlan } from '#simulator/index.ts'
import type { ConnectorPlan, StationPlan } from '#simulator/state/blueprint.ts'

export interface SmallStation extends Pick<
  StationPlan,
  'publicName' | 'roaming' | 'highlighted' | 'notices' | 'hours'
> {
  /** What is on the stickers; null where there is none. */
  numbers: readonly (string | null)[]
  /** What the platform calls the connectors; else by their place, as `Connector 1`. */
  labels?: readonly string[]
}

/** A site beside the demo's own, of the chargers that a test is about. All are free. */
export function smallSite(stations: readonly SmallStation[]): SitePlan {
  const connectorOf = (
    number: string | null,
    index: number,
    label: string | undefined,
  ): ConnectorPlan => ({
    ...{ plug: 'type2Socket22', number, sortOrder: String(index + 1), status: 'Available' },
    ...(label !== undefined && { label }),
  })
  return {
    ...{ key: null, label: 'Hotel Mozart', company: 'Small Sites', street: 'Short Road 1' },
    ...{ zip: '5020', city: 'Salzburg', latitude: 47.8, longitude: 13.04 },
    ...{ phone: '+43 662 1', email: 'a@b.example' },
    stations: stations.map(({ numbers, labels, ...station }, place) => ({
      label: `SMALL-${String(place + 1)}`,
      ...station,
      connectors: numbers.map((number, index) => connectorOf(number, index, labels?.[index])),
    })),
  }
}
