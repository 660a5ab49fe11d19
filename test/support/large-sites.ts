import type { SitePlan } from '#simulator/index.ts'
import type { ConnectorPlan } from '#simulator/state/blueprint.ts'
import { buildRows } from '#simulator/state/sites/rows.ts'

export interface LargeSite {
  name: string
  stations: number
  connectorsPerStation?: 1 | 2
  /** So many of the account's own sessions run at its first connectors. Default none. */
  running?: number
}

/** A site beside the demo's own, as large as a test wants it. */
export function largeSite(wanted: LargeSite): SitePlan {
  const { name, stations, connectorsPerStation = 1, running = 0 } = wanted
  const own = (_: unknown, index: number): [number, Partial<ConnectorPlan>] => [
    index + 1,
    { status: 'Charging', own: true },
  ]
  return {
    ...{ key: null, label: name, company: 'Large Sites', street: 'Long Road 1', zip: '5020' },
    ...{
      city: 'Salzburg',
      latitude: 47.8,
      longitude: 13.04,
      phone: '+43 662 1',
      email: 'a@b.example',
    },
    stations: buildRows(
      [
        {
          ...{ stations, prefix: `${name}-`, name },
          plugs: Array.from({ length: connectorsPerStation }, () => 'type2Socket22' as const),
        },
      ],
      ['Available', 'Charging', 'Available', 'SuspendedEV', 'Finishing'],
      Object.fromEntries(Array.from({ length: running }, own)),
    ),
  }
}
