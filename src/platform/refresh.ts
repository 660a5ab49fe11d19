import { LatestMap } from '#common/latest-map.ts'
import { assembleQuery } from './built-document.ts'
import type { BuiltDocument, RootField } from './built-document.ts'
import { eachAlias } from './aliases.ts'
import type { Alias } from './aliases.ts'
import {
  AttemptPartsFragmentDoc,
  ChargelogLivePartsFragmentDoc,
  PagePartsFragmentDoc,
  SiteStatusPartsFragmentDoc,
  StationStatusPartsFragmentDoc,
} from './generated/main/graphql.ts'
import type {
  AttemptPartsFragment,
  ChargelogLivePartsFragment,
  PagePartsFragment,
  PaginationFilter,
  SiteStatusPartsFragment,
  StationStatusPartsFragment,
} from './generated/main/graphql.ts'

/** What one refresh asks for; the numbers say how many ids of each kind it takes. */
export interface RefreshShape {
  /** The whole site, by the variable `site`. */
  site: boolean
  /** Single stations (`s0`, `s1`, …), for a terminal that shows a hand-picked set; at most 50. */
  stations: number
  /** Start attempts (`a0`, …). */
  attempts: number
  /** Chargelogs by id (`c0`, …). */
  chargelogs: number
  /** The account's running sessions, one page of them, by the variable `page`. Default: true. */
  running?: boolean
}

/** Exactly the ids of the shape; `site` only with a site, `page` unless `running` is false. */
export type RefreshVariables = {
  site?: string
  page?: PaginationFilter
} & Partial<Record<Alias<'s' | 'a' | 'c'>, string>>

/** The answer; what was not asked for is missing. */
export type RefreshData = {
  site?: SiteStatusPartsFragment | null
  running?: {
    data: (ChargelogLivePartsFragment | null)[] | null
    /** Tells whether more pages follow. */
    pagination: PagePartsFragment | null
  } | null
} & Readonly<Record<Alias<'s'>, StationStatusPartsFragment | null>> &
  Readonly<Record<Alias<'a'>, AttemptPartsFragment>> &
  Readonly<Record<Alias<'c'>, ChargelogLivePartsFragment | null>>

export type RefreshDocument = BuiltDocument<RefreshData, RefreshVariables>

export const maxStations = 50
const maxFollowed = 100
/** Each number of starts and sessions has a document of its own. */
const DOCUMENTS_KEPT = 60
const built = new LatestMap<string, RefreshDocument>(DOCUMENTS_KEPT)

/**
 * The one request of a refresh (operations `site`, `cp`, `chargelogsPaged`,
 * `remoteStartAttemptStatus`, `chargelog`), for exactly the ids of the shape; the same shape gives
 * the same document.
 *
 * An attempt's status cannot be null in the schema: when the platform fails on one attempt, the
 * whole answer is null, and the caller must ask again without attempts.
 *
 * Throws a RangeError for a shape that asks for nothing or for too much.
 */
export function buildRefreshDocument(shape: RefreshShape): RefreshDocument {
  const { site, stations, attempts, chargelogs, running = true } = shape
  const key = [site, stations, attempts, chargelogs, running].join()
  const known = built.get(key)
  if (known) return known
  const fields = [
    ...(site ? [siteField] : []),
    ...eachAlias('s', stations, { from: 0, to: maxStations }, stationField),
    ...(running ? [runningField] : []),
    ...eachAlias('a', attempts, { from: 0, to: maxFollowed }, attemptField),
    ...eachAlias('c', chargelogs, { from: 0, to: maxFollowed }, chargelogField),
  ]
  if (fields.length === 0) throw new RangeError('A refresh must ask for something')
  const document = assembleQuery<RefreshData, RefreshVariables>('Refresh', fields)
  built.set(key, document)
  return document
}

const siteField: RootField = {
  variables: { site: 'String!' },
  selection: 'site(id: $site, ignoreMarketingConfiguration: true) { ...SiteStatusParts }',
  fragments: SiteStatusPartsFragmentDoc.toString(),
}

const runningField: RootField = {
  variables: { page: 'PaginationFilter' },
  selection:
    'running: chargelogsPaged(filters: { status: started }, pagination: $page) { data { ...ChargelogLiveParts } pagination { ...PageParts } }',
  fragments: ChargelogLivePartsFragmentDoc.toString() + PagePartsFragmentDoc.toString(),
}

const stationField = (alias: Alias<'s'>): RootField => ({
  variables: { [alias]: 'ID!' },
  selection: `${alias}: cp(id: $${alias}, ignoreMarketingConfiguration: true) { ...StationStatusParts }`,
  fragments: StationStatusPartsFragmentDoc.toString(),
})

const attemptField = (alias: Alias<'a'>): RootField => ({
  variables: { [alias]: 'String!' },
  selection: `${alias}: remoteStartAttemptStatus(id: $${alias}) { ...AttemptParts }`,
  fragments: AttemptPartsFragmentDoc.toString(),
})

const chargelogField = (alias: Alias<'c'>): RootField => ({
  variables: { [alias]: 'ID!' },
  selection: `${alias}: chargelog(id: $${alias}) { ...ChargelogLiveParts }`,
  fragments: ChargelogLivePartsFragmentDoc.toString(),
})
