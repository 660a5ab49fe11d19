import type { Site, Station } from '../state/model.ts'
import type { ConnectorFilter } from './filters.ts'
import { filterStations } from './filters.ts'
import type { Context, RootFields } from './kit.ts'
import { badInput, forAnyone, notFound } from './kit.ts'
import type { LocationFilter } from './nearby.ts'
import { nearby, wantsOrder } from './nearby.ts'
import type { CursorFilter, PaginationFilter } from './paging.ts'
import { cursorPageOf, pageOf } from './paging.ts'

interface Marketing {
  ignoreMarketingConfiguration?: boolean | null
}

interface ById extends Marketing {
  id?: string | null
}

interface ListArgs extends Marketing {
  filter?: (ConnectorFilter | null)[] | null
  /** True: only where charging is free of charge. Otherwise all. */
  freeOfCharge?: boolean | null
  pagination?: PaginationFilter | null
}

interface NearbyArgs extends ListArgs {
  location?: LocationFilter | null
}

/** Stations, sites and connectors. Open to everybody but holders of refresh tokens. */
export const stationQueries: RootFields = {
  site: forAnyone(({ id, ...marketing }: ById, context) => {
    const site = id ? context.world.network.site(id) : undefined
    return site && isShown(site, marketing, context) ? site : null
  }),
  cp: forAnyone(({ id, ...marketing }: ById, context) => {
    const station = id ? context.world.network.station(id) : undefined
    return station && isShown(station.site, marketing, context) ? station : null
  }),
  connector: forAnyone(({ id, ...marketing }: ById, context) => {
    const connector = id ? context.world.network.connector(id) : undefined
    return connector && isShown(connector.station.site, marketing, context) ? connector : null
  }),
  connectorByEvseId: forAnyone(
    ({ evseId, ...marketing }: { evseId: string } & Marketing, context) =>
      context.world.network.connectors.find(
        (connector) =>
          connector.evseId === evseId && isShown(connector.station.site, marketing, context),
      ),
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
    (args: NearbyArgs & { orderedByDistance?: string | null }, context) => {
      const isOrdered = wantsOrder(args.orderedByDistance)
      const stations = nearby(selectStations(args, context), args.location, isOrdered)
      return pageOf(stations, args.pagination, context.world)
    },
  ),
  sitesPaged: forAnyone((args: ListArgs, context) =>
    pageOf(selectSites(args, context), args.pagination, context.world),
  ),
  sitesPagedLocationBased: forAnyone((args: NearbyArgs, context) => {
    const sites = nearby(selectSites(args, context), args.location)
    return pageOf(sites, args.pagination, context.world)
  }),
}

const isShown = (
  { id }: Site,
  { ignoreMarketingConfiguration }: Marketing,
  { world }: Context,
): boolean => ignoreMarketingConfiguration === true || !world.hiddenSites.has(id)

function selectStations(args: ListArgs, context: Context): Station[] {
  const { world } = context
  if (world.hasEmptySites) return []
  const shown = world.network.stations.filter(({ site }) => isShown(site, args, context))
  const stations = filterStations(shown, args.filter, world.network)
  if (args.freeOfCharge !== true) return stations
  return stations.filter(({ connectors }) => connectors.some((one) => one.freeOfCharge))
}

function selectSites(args: ListArgs, context: Context): Site[] {
  const { network } = context.world
  const shown = network.sites.filter((site) => isShown(site, args, context))
  if (!args.filter?.length) return shown
  const stations = filterStations(network.stations, args.filter, network)
  return shown.filter((site) => stations.some((station) => station.site === site))
}
