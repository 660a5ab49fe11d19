import { eachOnce } from '#common/each-once.ts'
import { hoursFrom } from '#common/opening-hours.ts'
import { platformTimeMs } from '#common/platform-time.ts'
import { stickerNumber } from '#common/plug-number.ts'
import type { PlugKind, Site, StaticStation } from '#contract/site.ts'
import { SitesPageDocument, SiteStaticDocument } from '#platform/generated/main/graphql.ts'
import type { SiteStaticQuery } from '#platform/generated/main/graphql.ts'
import { aliasedAnswers, aliasedVariables } from '#platform/aliases.ts'
import { buildStationsDocument, type StationWithSite } from '#platform/batches.ts'
import { maxStations } from '#platform/refresh.ts'
import { allPages } from '#main/platform/paging.ts'
import { platformError } from '#main/platform/failures.ts'
import type { ExecuteOptions, Platform } from '#main/platform/platform.ts'
import { batchesOf } from './selection.ts'
import { plugKindOf } from './plug.ts'

export interface MaintenanceWindow {
  startsAtMs: number | null
  endsAtMs: number | null
  comment: string | null
}

/** What does not change by itself: asked every 10 minutes. */
export interface StaticConnector {
  id: string
  stationId: string
  stationLabel: string | null
  number: string
  evseId: string | null
  plug: PlugKind
  plugLabel: string | null
  current: 'AC' | 'DC' | null
  maxPowerKW: number | null
  freeOfCharge: boolean
  supply?: string | null | undefined
  remoteCommands: boolean | null
  maintenance: readonly MaintenanceWindow[]
  /** Of its station: the same object at each of the station's connectors. */
  station?: StaticStation | undefined
}

export interface StaticSite {
  site: Site
  /** In the site's order. */
  connectors: readonly StaticConnector[]
}

/** What one reading delivers: the site, and what is not kept on disk. */
export interface StaticReading extends StaticSite {
  /** Addresses of pictures as delivered, by the charging point's id (CpImage, L5036). */
  pictureUrls: ReadonlyMap<string, readonly string[]>
}

type PlatformSite = NonNullable<SiteStaticQuery['site']>
type PlatformStation = NonNullable<NonNullable<PlatformSite['cps']>[number]>
type PlatformConnector = NonNullable<NonNullable<PlatformStation['connectors']>[number]>

const PAGE_LIMIT = 50

/**
 * Reads the site (operation `site`, L1776). `known`: what stays where the platform's answer has gaps.
 * Throws a PlatformError; `not-found` for no such site.
 */
export async function readStaticSite(
  platform: Platform,
  siteId: string,
  limits: ExecuteOptions,
  known: StaticReading | null = null,
): Promise<StaticReading> {
  const { data } = await platform.execute(
    SiteStaticDocument,
    { id: siteId },
    { ...limits, tries: 1 },
  )
  if (data.site === null) throw platformError('not-found', 'no such site', 'refused')
  return recommendedFirst(withKnown(staticSiteOf(siteId, data.site), data.site.cps, known))
}

/**
 * Reads a choice of stations (operation `cp`, 50 a request), in their order. `known`: what stays where the
 * platform's answer has gaps. Throws a PlatformError; `not-found` where it knows no station.
 */
export async function readStaticStations(
  platform: Platform,
  stationIds: readonly string[],
  limits: ExecuteOptions,
  known: StaticReading | null = null,
): Promise<StaticReading> {
  const batches = await Promise.all(
    batchesOf(stationIds, maxStations).map(async (ids) => {
      const variables = aliasedVariables('s', ids)
      const document = buildStationsDocument(ids.length)
      const { data } = await platform.execute(document, variables, { ...limits, tries: 1 })
      return aliasedAnswers('s', data, ids.length)
    }),
  )
  const stations = batches.flat()
  const fresh = readingOf({ id: stationIds.join(), ...siteOf(stations) }, stations)
  if (stations.every((station) => station === null)) {
    throw platformError('not-found', 'none of the stations is known', 'refused')
  }
  return recommendedFirst(withKnown(fresh, stations, known))
}

/** What their site is called: nothing where they are of several sites, or have none. */
function siteOf(stations: readonly (StationWithSite | null)[]): Pick<Site, 'label' | 'company'> {
  const sites = stations.flatMap((station) => station?.site ?? [])
  const labels = new Set(sites.map(({ label }) => filled(label)))
  const [label] = labels
  if (labels.size !== 1 || !label) return { label: '', company: null }
  const company = filled(sites[0]?.company)
  return { label, company: sites.every((one) => filled(one.company) === company) ? company : null }
}

/** The account's first site (operation `sitesPaged`, L1826). Throws `not-found` when it has none. */
export async function firstSiteId(platform: Platform, limits: ExecuteOptions): Promise<string> {
  const sites = await allPages(PAGE_LIMIT, async (pagination) => {
    const answer = await platform.execute(
      SitesPageDocument,
      { pagination },
      { ...limits, tries: 1 },
    )
    return { ...answer, data: answer.data.sitesPaged }
  })
  const id = sites.find((site) => site.id !== null)?.id
  if (!id) throw platformError('not-found', 'the account has no site', 'refused')
  return id
}

export const staticSiteOf = (siteId: string, site: PlatformSite): StaticReading =>
  readingOf({ id: siteId, label: site.label ?? '', company: site.company }, site.cps)

type Stations = readonly (PlatformStation | null)[] | null

function readingOf(site: Site, stations: Stations): StaticReading {
  const fresh = (stations ?? []).filter((station) => station !== null)
  // A connector that two stations name is one.
  const connectors = eachOnce(fresh.flatMap(connectorsOf), ({ id }) => id)
  const isUntold = connectors.length === 0 && stations?.every(isWhole) !== true
  return {
    site: isUntold ? { ...site, untold: true } : site,
    connectors,
    pictureUrls: new Map(fresh.map((station) => [station.id, pictureUrlsOf(station)])),
  }
}

/** A null says that the platform could not tell: an empty list is what says that there is none. */
const isWhole = (station: PlatformStation | null): station is PlatformStation =>
  station?.connectors?.every((connector) => connector !== null) === true

/** What an answer with gaps does not tell stays as it was known of the same site, in its place. */
function withKnown(
  fresh: StaticReading,
  stations: Stations,
  known: StaticReading | null,
): StaticReading {
  if (known?.site.id !== fresh.site.id || stations?.every(isWhole)) return fresh
  const freshById = new Map(fresh.connectors.map((connector) => [connector.id, connector]))
  const knownIds = new Set(known.connectors.map(({ id }) => id))
  const wholeIds = new Set(stations?.filter(isWhole).map(({ id }) => id))
  const kept = known.connectors.filter(
    ({ id, stationId }) => freshById.has(id) || !wholeIds.has(stationId),
  )
  return {
    site: fresh.site.label === '' ? known.site : fresh.site,
    connectors: [
      ...kept.map((connector) => freshById.get(connector.id) ?? connector),
      ...fresh.connectors.filter(({ id }) => !knownIds.has(id)),
    ],
    pictureUrls: new Map([...known.pictureUrls, ...fresh.pictureUrls]),
  }
}

/** The stations that the operator highlights stand before the others; else the order stays. */
function recommendedFirst(reading: StaticReading): StaticReading {
  const rank = ({ station }: StaticConnector): number => (station?.recommended === true ? 0 : 1)
  const connectors = reading.connectors.toSorted((one, other) => rank(one) - rank(other))
  return { ...reading, connectors }
}

function pictureUrlsOf({ images }: PlatformStation): string[] {
  return (images ?? []).flatMap((image) => filled(image?.url) ?? [])
}

function connectorsOf(station: PlatformStation): StaticConnector[] {
  const fresh = (station.connectors ?? []).filter((connector) => connector !== null)
  const connectors = eachOnce(fresh, ({ id }) => id)
  const sorted = connectors.toSorted((a, b) => orderOf(a) - orderOf(b))
  const numbers = numbersOf(sorted)
  const facts = factsOf(station)
  return sorted.map((connector, index) => ({
    ...connectorOf(station, connector, numbers[index] ?? ''),
    station: facts,
  }))
}

function factsOf({
  information,
  latitude,
  longitude,
  accessType,
  displayAttributes,
}: PlatformStation): StaticStation {
  const isPlaced = latitude !== null && longitude !== null
  return {
    openingText: filled(information?.openingTimes?.description),
    opening: hoursFrom(information?.openingTimes),
    charging: hoursFrom(information?.operatingTimes),
    position: isPlaced ? { latitude, longitude } : null,
    roaming: accessType === 'EXTERNAL',
    recommended: displayAttributes?.mode === 'HIGHLIGHTED',
  }
}

/** Where the numbers of two labels of a station are the same, as `Left 1` and `Right 1`, the words count. */
function numbersOf(connectors: readonly PlatformConnector[]): string[] {
  const numbers = connectors.map((one, index) => stickerNumber(one) ?? String(index + 1))
  return connectors.map(({ physicalReference, label }, index) => {
    const number = numbers[index] ?? ''
    const isAlone = numbers.indexOf(number) === numbers.lastIndexOf(number)
    return isAlone ? number : (filled(physicalReference) ?? filled(label) ?? number)
  })
}

/** `sortOrder` is a number as text (trap 32); one without comes last. */
function orderOf(connector: PlatformConnector): number {
  const order = Number.parseFloat(connector.sortOrder ?? '')
  return Number.isNaN(order) ? Number.MAX_SAFE_INTEGER : order
}

function connectorOf(
  station: PlatformStation,
  connector: PlatformConnector,
  number: string,
): StaticConnector {
  const type = connector.connectorType
  const current = (type?.chargePointType ?? '').trim().toUpperCase()
  return {
    id: connector.id,
    stationId: station.id,
    stationLabel: filled(station.publicName) ?? filled(station.label),
    number,
    evseId: connector.evseId,
    plug: plugKindOf(type?.plugType, type?.standard, type?.label),
    plugLabel: filled(type?.plugType) ?? filled(type?.label),
    current: current === 'AC' || current === 'DC' ? current : null,
    maxPowerKW: type?.maxPowerRating ?? null,
    freeOfCharge: connector.freeOfCharge === true,
    supply: filled(type?.chargingFacilityType),
    remoteCommands: station.capabilities?.hasRemoteCommands ?? null,
    maintenance: connector.maintenanceWindows.filter((window) => window !== null).map(windowOf),
  }
}

function windowOf(window: {
  startDate: string | null
  endDate: string | null
  comment: string | null
}): MaintenanceWindow {
  return {
    startsAtMs: timeOf(window.startDate),
    endsAtMs: timeOf(window.endDate),
    comment: filled(window.comment),
  }
}

/** A DateTime of the platform as epoch ms; null for none and for one that cannot be read. */
export function timeOf(text: string | null | undefined): number | null {
  return platformTimeMs(text)
}

function filled(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
