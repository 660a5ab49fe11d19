import type { Site, Station } from '../state/model.ts'
import type { ConnectorFilter } from './filters.ts'
import { filterStations } from './filters.ts'
import type { Context, RootFields } from './kit.ts'
import { badInput, forAnyone, notFound } from './kit.ts'
import type { CursorFilter, PaginationFilter } from './paging.ts'
import { cursorPageOf, pageOf } from './paging.ts'

interface ById {
  id?: string | null
}

interface ListArgs {
  filter?: (ConnectorFilter | null)[] | null
  freeOfCharge?: boolean | null
  pagination?: PaginationFilter | null
}

interface LocationFilter {
  latitude: number
  longitude: number
  radius?: number | null
}

const METRES_PER_DEGREE = 111_320

/** Stations, sites and connectors. Open to everybody but holders of refresh tokens. */
export const stationQueries: RootFields = {
  site: forAnyone(({ id }: ById, { world }) => (id ? world.network.site(id) : null)),
  cp: forAnyone(({ id }: ById, { world }) => (id ? world.network.station(id) : null)),
  connector: forAnyone(({ id }: ById, { world }) => (id ? world.network.connector(id) : null)),
  connectorByEvseId: forAnyone(({ evseId }: { evseId: string }, { world }) =>
    world.network.connectors.find((connector) => connector.evseId === evseId),
  ),
  cpCapabilities: forAnyone(({ id }: { id: string }, { world }) => {
    const station = world.network.station(id)
    if (!station) throw notFound('Charging point')
    return { hasRemoteCommands: station.hasRemoteCommands }
  }),
  cpsPaged: forAnyone((args: ListArgs & { cursorPagination?: CursorFilter | null }, context) => {
    const { cursorPagination, pagination } = args
    if (cursorPagination && pagination) throw badInput('Only one pagination can be selected!')
    const stations = selectStations(args, context)
    return cursorPagination
      ? cursorPageOf(stations, cursorPagination, context.world)
      : pageOf(stations, pagination, context.world)
  }),
  cpsPagedLocationBased: forAnyone(
    (args: ListArgs & { location?: LocationFilter | null }, context) => {
      const stations = near(selectStations(args, context), args.location, ({ site }) => site)
      return pageOf(stations, args.pagination, context.world)
    },
  ),
  sitesPaged: forAnyone((args: ListArgs, context) =>
    pageOf(selectSites(args, context), args.pagination, context.world),
  ),
  sitesPagedLocationBased: forAnyone(
    (args: ListArgs & { location?: LocationFilter | null }, context) => {
      const sites = near(selectSites(args, context), args.location, (site) => site)
      return pageOf(sites, args.pagination, context.world)
    },
  ),
}

function selectStations({ filter, freeOfCharge }: ListArgs, { world }: Context): Station[] {
  if (world.hasEmptySites) return []
  const stations = filterStations(world.network.stations, filter, world.network)
  if (freeOfCharge !== true) return stations
  return stations.filter(({ connectors }) => connectors.some((one) => one.freeOfCharge))
}

function selectSites({ filter }: ListArgs, { world }: Context): Site[] {
  if (!filter?.length) return [...world.network.sites]
  const stations = filterStations(world.network.stations, filter, world.network)
  return world.network.sites.filter((site) => stations.some((station) => station.site === site))
}

/** Those within the radius (read as metres: its unit is not documented), nearest first. */
function near<T>(
  items: T[],
  location: LocationFilter | null | undefined,
  placeOf: (item: T) => Site,
): T[] {
  if (!location) return items
  const { latitude, longitude, radius } = location
  const metresTo = (item: T): number => {
    const place = placeOf(item)
    const scale = Math.cos((latitude * Math.PI) / 180)
    return (
      Math.hypot(place.latitude - latitude, (place.longitude - longitude) * scale) *
      METRES_PER_DEGREE
    )
  }
  return items
    .filter((item) => radius === null || radius === undefined || metresTo(item) <= radius)
    .sort((a, b) => metresTo(a) - metresTo(b))
}
