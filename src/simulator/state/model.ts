import type { Trajectory } from '../charging/curve.ts'
import type { RatePackage, Tariff } from '../charging/tariffs.ts'
import type { Vehicle } from '../charging/vehicles.ts'

/** The sites of the demo network; the campus is there only for those who start at it. */
export const DEMO_SITES = ['hotel', 'depot', 'garage', 'campus'] as const
export type DemoSite = (typeof DEMO_SITES)[number]

/** The states of a connector in OCPP 1.6. */
export const OCPP_STATUSES = [
  'Available',
  'Preparing',
  'Charging',
  'SuspendedEV',
  'SuspendedEVSE',
  'Finishing',
  'Reserved',
  'Unavailable',
  'Faulted',
] as const
export type OcppStatus = (typeof OCPP_STATUSES)[number]

/** A kind of plug, as ConnectorType (L3701) tells it. Power in kW. */
export interface Plug {
  id: string
  label: string
  plugType: string
  standard: string
  current: 'AC' | 'DC'
  facility: string
  mode: string
  maxPowerKW: number
}

export interface MaintenanceWindow {
  startMs: number
  endMs: number
  comment: string
}

/** A stretch of time in which a running transaction takes no power. */
export interface Pause {
  fromMs: number
  toMs: number | null
}

/** What a station's meter counted. Times in epoch ms, energy in Wh, power in W. */
export interface MeterReading {
  atMs: number
  energyWh: number
  powerW: number
  socPercent: number | null
}

/** A charge as the station runs it, of any account. */
export interface Transaction {
  id: string
  connector: Connector
  vehicle: Vehicle
  trajectory: Trajectory
  startedMs: number
  endedMs: number | null
  meterStartWh: number
  pauses: Pause[]
  /** The platform's record of it, if it belongs to an account of ours. */
  chargelog: Chargelog | null
}

/** A charging session as the platform keeps it for its owner (Chargelog, L3470). */
export interface Chargelog {
  id: string
  contactId: string
  connector: Connector
  tagId: string
  authType: string
  tariff: Tariff
  ratePackage: RatePackage | null
  /** Whether it is billed at all (remoteStartWithoutInvoicing is not). */
  invoiced: boolean
  status: 'waiting_for_transaction' | 'started' | 'stopped'
  /** What remoteStop takes; known once the transaction runs. */
  sessionId: string | null
  transaction: Transaction | null
  startedMs: number
  endedMs: number | null
  meterStartWh: number | null
  meterEndWh: number | null
  socStartPercent: number | null
  final: MeterReading | null
  document: AccountDocument | null
}

export interface AccountDocument {
  id: string
  contactId: string
  type: DocumentType
  title: string
  issuedMs: number
}

/** accountDocumentType (L6281). */
export type DocumentType =
  'invoice' | 'creditnote' | 'cancellation' | 'receipt' | 'reminder' | 'statement'

/** What an account has behind it when the simulator starts. Written when somebody first asks. */
export interface Past {
  /** Ended sessions, newest first. */
  chargelogs(): readonly Chargelog[]
  /** Documents, newest first. */
  documents(): readonly AccountDocument[]
}

export const NO_PAST: Past = { chargelogs: () => [], documents: () => [] }

export interface Connector {
  id: string
  /** What is printed on it; null where nobody put a sticker on. */
  number: string | null
  evseId: string
  label: string
  sortOrder: string
  plug: Plug
  station: Station
  freeOfCharge: boolean
  packages: readonly RatePackage[]
  calibrated: boolean
  maintenance: MaintenanceWindow[]
  ocpp: OcppStatus
  vehicle: Vehicle | null
  transaction: Transaction | null
  /** The meter's register at rest, in Wh. */
  registerWh: number
}

/** When a station can be used, in the operator's words and as a table. */
export interface StationHours {
  description: string | null
  /** 0 is Sunday; times as `06:00:00`. */
  regular: readonly { weekday: number; begin: string; end: string }[]
}

export interface Station {
  id: string
  label: string
  publicName: string
  directions: string | null
  site: Site
  latitude: number
  longitude: number
  hasRemoteCommands: boolean
  roaming: boolean
  highlighted: boolean
  /** The operator's own, by their names. */
  notices: Readonly<Record<string, string>>
  hours: StationHours
  online: boolean
  /** What it says of itself as a whole; null: what its connectors make of it. */
  whole: 'Faulted' | 'Unavailable' | null
  connectors: Connector[]
}

export interface Site {
  id: string
  key: DemoSite | null
  label: string
  company: string
  street: string
  zip: string
  city: string
  latitude: number
  longitude: number
  phone: string
  email: string
  stations: Station[]
}
