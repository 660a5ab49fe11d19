import { assembleQuery } from './built-document.ts'
import type { BuiltDocument } from './built-document.ts'
import { eachAlias } from './aliases.ts'
import type { Alias } from './aliases.ts'
import {
  CardPricePartsFragmentDoc,
  MeterValuePartsFragmentDoc,
  StationStaticPartsFragmentDoc,
} from './generated/main/graphql.ts'
import type {
  CardPricePartsFragment,
  MeterValuePartsFragment,
  StationStaticPartsFragment,
} from './generated/main/graphql.ts'
import { maxStations } from './refresh.ts'

export type MeterVariables = Record<Alias<'m'>, string>
/** Null where the platform knows no such session; null fields where it has no values yet. */
export type MeterData = Readonly<Record<Alias<'m'>, MeterValuePartsFragment | null>>

export type CardsVariables = Record<Alias<'k'>, string>
/** The cards that may charge at each connector, as far as a price needs them. */
export type CardsData = Readonly<Record<Alias<'k'>, (CardPricePartsFragment | null)[] | null>>

export type StationsVariables = Record<Alias<'s'>, string>
/** Null where the platform knows no such station. */
export type StationsData = Readonly<Record<Alias<'s'>, StationWithSite | null>>
export type StationWithSite = StationStaticPartsFragment & {
  readonly site: { readonly label: string | null; readonly company: string | null } | null
}

/** Most sessions and most connectors that one request asks for. */
export const maxMeterSessions = 32
export const maxCardConnectors = 50

const meterDocuments = new Map<number, BuiltDocument<MeterData, MeterVariables>>()
const stationsDocuments = new Map<number, BuiltDocument<StationsData, StationsVariables>>()
const cardsDocuments = new Map<number, BuiltDocument<CardsData, CardsVariables>>()

/**
 * Meter values of `sessions` sessions (1 to 32) in one request: `m0`, `m1`, … take chargelog ids
 * (operation `chargelogMeterValuesSummary`). Throws a RangeError for another number.
 */
export function buildMeterDocument(sessions: number): BuiltDocument<MeterData, MeterVariables> {
  return remembered(meterDocuments, sessions, () =>
    assembleQuery(
      'MeterValuesBatch',
      eachAlias('m', sessions, { from: 1, to: maxMeterSessions }, (alias) => ({
        variables: { [alias]: 'String!' },
        selection: `${alias}: chargelogMeterValuesSummary(uuid: $${alias}) { ...MeterValueParts }`,
        fragments: MeterValuePartsFragmentDoc.toString(),
      })),
    ),
  )
}

/**
 * The rates at `connectors` connectors (1 to 50) in one request: `k0`, `k1`, … take connector ids
 * (operation `availableCardsForChargingProcess`). Throws a RangeError for another number.
 */
export function buildCardsDocument(connectors: number): BuiltDocument<CardsData, CardsVariables> {
  return remembered(cardsDocuments, connectors, () =>
    assembleQuery(
      'CardsBatch',
      eachAlias('k', connectors, { from: 1, to: maxCardConnectors }, (alias) => ({
        variables: { [alias]: 'String!' },
        selection: `${alias}: availableCardsForChargingProcess(connectorId: $${alias}) { ...CardPriceParts }`,
        fragments: CardPricePartsFragmentDoc.toString(),
      })),
    ),
  )
}

/**
 * What does not change by itself of `stations` stations (1 to 50) in one request: `s0`, `s1`, … take
 * their ids (operation `cp`). Throws a RangeError for another number.
 */
export function buildStationsDocument(
  stations: number,
): BuiltDocument<StationsData, StationsVariables> {
  return remembered(stationsDocuments, stations, () =>
    assembleQuery(
      'StationsBatch',
      eachAlias('s', stations, { from: 1, to: maxStations }, (alias) => ({
        variables: { [alias]: 'ID!' },
        selection: `${alias}: cp(id: $${alias}, ignoreMarketingConfiguration: true) { ...StationStaticParts site { label company } }`,
        fragments: StationStaticPartsFragmentDoc.toString(),
      })),
    ),
  )
}

function remembered<T>(documents: Map<number, T>, count: number, build: () => T): T {
  const known = documents.get(count)
  if (known) return known
  const document = build()
  documents.set(count, document)
  return document
}
