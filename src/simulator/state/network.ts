import { PACKAGES } from '../charging/tariffs.ts'
import { createRandom } from '../random.ts'
import type { ConnectorPlan, SitePlan, StationPlan } from './blueprint.ts'
import type { Connector, DemoSite, Site, Station, StationHours } from './model.ts'
import { PLUGS } from './plugs.ts'
import { campus } from './sites/campus.ts'
import { depot } from './sites/depot.ts'
import { garage } from './sites/garage.ts'
import { hotel } from './sites/hotel.ts'

const PLANS: readonly SitePlan[] = [hotel, depot, garage]
const MS_PER_HOUR = 3_600_000
const ALWAYS_OPEN: StationHours = {
  description: 'Open day and night',
  regular: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
    weekday,
    begin: '00:00:00',
    end: '23:59:59',
  })),
}

/** All sites, stations and connectors, each found by its id. */
export interface Network {
  readonly sites: readonly Site[]
  readonly stations: readonly Station[]
  readonly connectors: readonly Connector[]
  /** Empty for a site that is not there. */
  readonly siteIds: Record<DemoSite, string>
  /** The ids of the sites beside the demo's own, in the order of their plans. */
  readonly moreIds: readonly string[]
  site(id: string): Site | undefined
  station(id: string): Station | undefined
  connector(id: string): Connector | undefined
  /** What the plan says of a connector, to set its first situation up. */
  plan(connector: Connector): ConnectorPlan
}

/**
 * Builds the demo network, with `more` sites beside it. Ids depend on the seed and the plans alone.
 * The campus, five times as large as the rest together, is there only where it is started for.
 */
export function createNetwork(
  seed: number,
  nowMs: number,
  site?: DemoSite,
  more: readonly SitePlan[] = [],
): Network {
  const plans = new Map<Connector, ConnectorPlan>()
  const chosen = [...PLANS, ...(site === 'campus' ? [campus] : []), ...more]
  const sites = chosen.map((plan, index) => buildSite(plan, index + 1, { seed, nowMs, plans }))
  const stations = sites.flatMap((each) => each.stations)
  const connectors = stations.flatMap((station) => station.connectors)
  const byId = <T extends { id: string }>(items: readonly T[]): ((id: string) => T | undefined) => {
    const index = new Map(items.map((item) => [item.id, item]))
    return (id) => index.get(id)
  }
  const idOf = (key: DemoSite): string => sites.find((each) => each.key === key)?.id ?? ''
  return {
    sites,
    stations,
    connectors,
    siteIds: {
      hotel: idOf('hotel'),
      depot: idOf('depot'),
      garage: idOf('garage'),
      campus: idOf('campus'),
    },
    moreIds: sites.filter(({ key }) => key === null).map(({ id }) => id),
    site: byId(sites),
    station: byId(stations),
    connector: byId(connectors),
    plan(connector) {
      const plan = plans.get(connector)
      if (!plan) throw new RangeError('Not a connector of this network.')
      return plan
    },
  }
}

interface Building {
  seed: number
  nowMs: number
  plans: Map<Connector, ConnectorPlan>
}

function buildSite(plan: SitePlan, siteNumber: number, building: Building): Site {
  const { stations, ...facts } = plan
  const random = createRandom(building.seed, `site ${plan.key ?? plan.label}`)
  const site: Site = { ...facts, id: random.uuid(), stations: [] }
  site.stations = stations.map((station, index) =>
    buildStation(station, site, siteNumber * 10_000 + index + 1, building),
  )
  return site
}

function buildStation(
  plan: StationPlan,
  site: Site,
  evseNumber: number,
  building: Building,
): Station {
  const random = createRandom(building.seed, `station ${plan.label}`)
  const station: Station = {
    id: random.uuid(),
    label: plan.label,
    publicName: plan.publicName,
    directions: plan.directions ?? null,
    site,
    ...placeOf(site, evseNumber % 10_000),
    hasRemoteCommands: plan.hasRemoteCommands ?? true,
    roaming: plan.roaming ?? false,
    highlighted: plan.highlighted ?? false,
    notices: plan.notices ?? {},
    hours: plan.hours ?? ALWAYS_OPEN,
    online: true,
    whole: null,
    connectors: [],
  }
  station.connectors = plan.connectors.map((connectorPlan, index) => {
    const connector: Connector = {
      id: random.uuid(),
      number: connectorPlan.number,
      evseId: `AT*FCD*E${String(evseNumber)}*${String(index + 1)}`,
      label: connectorPlan.label ?? `Connector ${String(index + 1)}`,
      sortOrder: connectorPlan.sortOrder,
      plug: PLUGS[connectorPlan.plug],
      station,
      freeOfCharge: connectorPlan.freeOfCharge ?? false,
      packages: connectorPlan.packages ? PACKAGES : [],
      calibrated: connectorPlan.calibrated ?? false,
      maintenance: maintenanceOf(connectorPlan, building.nowMs),
      ocpp: 'Available',
      vehicle: null,
      transaction: null,
      registerWh: random.whole(11_200_000, 48_000_000),
    }
    building.plans.set(connector, connectorPlan)
    return connector
  })
  return station
}

/** Stations stand some ten metres apart, in rows of ten, the first where the site is. */
function placeOf(site: Site, position: number): Pick<Station, 'latitude' | 'longitude'> {
  const [row, column] = [Math.floor((position - 1) / 10), (position - 1) % 10]
  return {
    latitude: degrees(site.latitude + row * 0.0001),
    longitude: degrees(site.longitude + column * 0.00015),
  }
}

const degrees = (value: number): number => Math.round(value * 100_000) / 100_000

function maintenanceOf(plan: ConnectorPlan, nowMs: number): Connector['maintenance'] {
  if (!plan.maintenanceHours) return []
  const [startHours, endHours] = plan.maintenanceHours
  return [
    {
      startMs: nowMs + startHours * MS_PER_HOUR,
      endMs: nowMs + endHours * MS_PER_HOUR,
      comment: 'Scheduled firmware upgrade',
    },
  ]
}
