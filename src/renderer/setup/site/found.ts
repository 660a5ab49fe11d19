import type {
  SetUpSitePartsFragment,
  SetUpStationPartsFragment,
} from '#platform/generated/ask/graphql.ts'

/** A site in the list. */
export interface FoundSite {
  readonly id: string
  readonly label: string
  /** Company and address, as far as the platform delivers them. */
  readonly where: string
  /** ISO 3166-1; null: the platform did not say. */
  readonly country: string | null
  /** Null: the platform did not say. */
  readonly stations: number | null
}

/** A station in the list. */
export interface FoundStation {
  readonly id: string
  readonly label: string
  readonly where: string
  readonly country: string | null
  readonly connectors: number | null
  readonly site: FoundSite | null
}

type PlatformSite = SetUpSitePartsFragment
type PlatformStation = SetUpStationPartsFragment

const filled = (...texts: (string | null | undefined)[]): string[] =>
  texts.flatMap((text) => (text?.trim() ? [text.trim()] : []))

/** Sites without an id cannot be shown: they are left out. */
export function sitesOf(sites: readonly (PlatformSite | null)[] | null | undefined): FoundSite[] {
  return (sites ?? []).flatMap((site) => {
    if (!site?.id) return []
    const stations = site.cps?.filter((station) => station !== null) ?? null
    const first = stations?.[0]
    return [
      {
        id: site.id,
        label: filled(site.label)[0] ?? '',
        where: filled(site.company, first?.address, first?.city).join(', '),
        country: first?.country ?? null,
        stations: stations?.length ?? null,
      },
    ]
  })
}

export function stationsOf(
  stations: readonly (PlatformStation | null)[] | null | undefined,
): FoundStation[] {
  return (stations ?? []).flatMap((station) => (station ? [stationOf(station)] : []))
}

export function stationOf(station: PlatformStation): FoundStation {
  const { site } = station
  return {
    id: station.id,
    label: filled(station.publicName, station.label)[0] ?? '',
    where: filled(
      station.publicName ? station.label : null,
      site?.label,
      station.address,
      station.city,
    ).join(', '),
    country: station.country ?? null,
    connectors: station.connectors?.length ?? null,
    site: site?.id
      ? {
          id: site.id,
          label: filled(site.label)[0] ?? '',
          where: filled(site.company, station.address, station.city).join(', '),
          country: station.country ?? null,
          stations: null,
        }
      : null,
  }
}

/** The sites of these stations, each once, in their order. */
export function sitesAmong(stations: readonly FoundStation[]): FoundSite[] {
  const sites = new Map<string, FoundSite>()
  for (const { site } of stations) if (site && !sites.has(site.id)) sites.set(site.id, site)
  return [...sites.values()]
}
