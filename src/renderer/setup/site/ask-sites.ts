import {
  SetUpByEvseIdDocument,
  SetUpFavouritesDocument,
  SetUpFiltersDocument,
  SetUpSitesDocument,
  SetUpSitesNearbyDocument,
  SetUpStationsDocument,
  SetUpStationsNearbyDocument,
  type ConnectorFilter,
  type LocationFilter,
  type SetUpFiltersQuery,
} from '#platform/generated/ask/graphql.ts'
import { askPlatform } from '../../ask/ask-platform.ts'
import {
  sitesAmong,
  sitesOf,
  stationOf,
  stationsOf,
  type FoundSite,
  type FoundStation,
} from './found.ts'

export type PlatformFilter = NonNullable<NonNullable<SetUpFiltersQuery['filters']>[number]>

/** How a site or a station is looked for. */
export type Way = 'all' | 'near' | 'favourites' | 'evse'

export interface Search {
  readonly way: Way
  readonly filter: ConnectorFilter[]
  readonly location: LocationFilter | null
  readonly evseId: string
}

/** One part of what was found; `next`: where the next one begins, null after the last. */
export interface Part<T> {
  readonly found: readonly T[]
  readonly total: number | null
  readonly next: number | null
}

const PAGE = 25
/** What is missing in an answer is judged part by part. */
const options = { nulls: 'taken' } as const

/** The platform's own filters (reference: query `filters`). */
export async function askFilters(): Promise<PlatformFilter[]> {
  const data = await askPlatform(SetUpFiltersDocument, {}, options)
  return (data.filters ?? []).flatMap((filter) => (filter?.slug ? [filter] : []))
}

/** Sites (`sitesPaged`, `sitesPagedLocationBased`), or those of favourites or of an EVSE ID. */
export async function askSites(search: Search, offset: number): Promise<Part<FoundSite>> {
  const { way, filter, location } = search
  if (way === 'favourites' || way === 'evse') {
    const { found } = await askStations(search, 0)
    return whole(sitesAmong(found))
  }
  const variables = { filter, pagination: { limit: PAGE, offset } }
  if (way === 'near') {
    const data = await askPlatform(SetUpSitesNearbyDocument, { ...variables, location }, options)
    const page = answered(data.sitesPagedLocationBased)
    return part(sitesOf(page.data), page, offset)
  }
  const data = await askPlatform(SetUpSitesDocument, variables, options)
  const page = answered(data.sitesPaged)
  return part(sitesOf(page.data), page, offset)
}

/** Stations: `cpsPaged`, `cpsPagedLocationBased`, `getFavouriteCps`, `connectorByEvseId`. */
export async function askStations(search: Search, offset: number): Promise<Part<FoundStation>> {
  const { way, filter, location, evseId } = search
  const variables = { filter, pagination: { limit: PAGE, offset } }
  switch (way) {
    case 'favourites': {
      const data = await askPlatform(SetUpFavouritesDocument, {}, options)
      return whole(stationsOf(answered(data.getFavouriteCps)))
    }
    case 'evse': {
      const data = await askPlatform(SetUpByEvseIdDocument, { evseId }, options)
      const station = data.connectorByEvseId?.cp
      return whole(station ? [stationOf(station)] : [])
    }
    case 'near': {
      const data = await askPlatform(
        SetUpStationsNearbyDocument,
        { ...variables, location },
        options,
      )
      const page = answered(data.cpsPagedLocationBased)
      return part(stationsOf(page.data), page, offset)
    }
    default: {
      const data = await askPlatform(SetUpStationsDocument, variables, options)
      const page = answered(data.cpsPaged)
      return part(stationsOf(page.data), page, offset)
    }
  }
}

function answered<T>(field: T | null | undefined): T {
  if (field === null || field === undefined) throw new Error('the platform answered nothing')
  return field
}

const whole = <T>(found: readonly T[]): Part<T> => ({ found, total: found.length, next: null })

interface Page {
  data: readonly unknown[] | null
  pagination: {
    limit?: number | null
    totalCount?: number | null
    isLastPage?: boolean | null
  } | null
}

/** The platform's caps are not documented: a page is the last one when it says so, or when it is short. */
function part<T>(found: readonly T[], { data, pagination }: Page, offset: number): Part<T> {
  const { length } = answered(data)
  const end = offset + length
  const total = pagination?.totalCount ?? null
  const short = length < Math.min(PAGE, pagination?.limit ?? PAGE)
  const isLast = total !== null ? end >= total : (pagination?.isLastPage ?? short)
  return { found, total, next: length === 0 || isLast ? null : end }
}
