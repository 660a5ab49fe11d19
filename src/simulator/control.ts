import type { FaultName, FaultSetting } from './faults/faults.ts'
import type { RequestCount } from './http/requests.ts'
import type { JournalEntry } from './journal.ts'
import type { LegalType } from './state/legal.ts'
import type { DemoSite, OcppStatus } from './state/model.ts'
import type { AuthIdForm } from './state/world.ts'

/** The other side of the network, for tests, the demo and trainers. Everything in it is plain JSON. */
export interface SimulatorControl extends AccountControl, SessionControl, StationControl {
  /** The simulator's time in epoch ms. */
  now(): Promise<number>
  /** Moves the clock forward by `ms`; everything due on the way has happened when it resolves. */
  advance(ms: number): Promise<void>
  /** Seconds of the clock per real second; 0 stops it. */
  setSpeed(speed: number): Promise<void>
  /**
   * Stations, banks and the invoicing take this part of their usual time from now on: for each step
   * of a start or a stop, and from one meter value to the next. 1 at first.
   */
  setPace(pace: number): Promise<void>
  /** All sites, or the one, with stations and connectors, so that they can be found by their number. */
  overview(siteId?: string): Promise<Overview>
  setFault<N extends FaultName>(name: N, options?: FaultSetting<N>): Promise<void>
  clearFault(name: FaultName): Promise<void>
  clearFaults(): Promise<void>
  /** Those that are on, with their options. */
  activeFaults(): Promise<ActiveFault[]>
  /** All session tokens issued so far are expired from now on. */
  expireSessionTokens(): Promise<void>
  /** All refresh tokens issued so far are refused from now on. */
  revokeRefreshTokens(): Promise<void>
  /** Every mutation that reached the platform and everything that stations did, in order, from this place on. */
  journal(place?: number): Promise<JournalEntry[]>
  /** HTTP requests to the platform since the last reset; `reset` starts again at zero after answering. */
  requests(reset?: boolean): Promise<RequestCount[]>
  /** The longest page that lists answer; null: the default of 100. */
  pageCap(limit: number | null): Promise<void>
  /** What `Chargelog.authId` tells: a card's tag (at first), its id, or an identifier that no operation tells. */
  authIds(form: AuthIdForm): Promise<void>
  /** Sites answer without stations. */
  emptySite(isEmpty: boolean): Promise<void>
  /** Whether guests may pay by phone, beside the house's cards. The network opens without it. */
  payByPhone(isOffered: boolean): Promise<void>
  /** The guest's answer on the payment page of a start with pre-authorisation. */
  answerPayment(preauthId: string, answer: 'approve' | 'decline' | 'secure'): Promise<void>
}

/** The part of the control that concerns stations and what is plugged in there. */
export interface StationControl {
  /** Plugs a vehicle in; without one, one that fits arrives with 20 % of 58 kWh. */
  plugIn(connectorId: string, vehicle?: PluggedVehicle): Promise<void>
  unplug(connectorId: string): Promise<void>
  /**
   * The station says so. `Available` takes the plug out, `Suspended…` stops the flow, `Charging`
   * lets it go on, `Faulted`, `Unavailable` and `Finishing` end a running transaction.
   */
  setOcppStatus(connectorId: string, status: OcppStatus): Promise<void>
  stationOffline(cpId: string, offline: boolean): Promise<void>
  /** What the station says of itself as a whole, beside its connectors; null: what these make of it. */
  stationStatus(cpId: string, status: 'Faulted' | 'Unavailable' | null): Promise<void>
  /** Somebody else's session starts here, which our account cannot see. */
  occupy(connectorId: string): Promise<void>
  /** The driver who charges here stops and drives away. */
  vacate(connectorId: string): Promise<void>
}

/** Sessions of the demo account, as another terminal of it and as the stations' registers know them. */
export interface SessionControl {
  /** Another terminal of the account starts here (attemptRemoteStart), by the card with this label or its first. */
  startElsewhere(connectorId: string, cardLabel?: string): Promise<StartedElsewhere>
  /** Another terminal of the account stops what the account charges here. */
  stopElsewhere(connectorId: string): Promise<void>
  /** The sessions since the simulator started that began or ended at or after `sinceMs`, oldest first. */
  metered(sinceMs?: number): Promise<MeteredSession[]>
}

export interface ActiveFault {
  name: FaultName
  options: object
}

export interface StartedElsewhere {
  attemptId: string
  /** What the transaction will be called. */
  transactionId: string
}

/** A session of the account as its station's own register has it now, whatever the platform answered. */
export interface MeteredSession {
  chargelogId: string
  /** What `remoteStop` takes: the platform's name for it, and the station's. */
  sessionId: string | null
  transactionId: string
  connectorId: string
  startedMs: number
  endedMs: number | null
  energyWh: number
  /** Null where the car does not tell it. */
  socPercent: number | null
  powerW: number
  /** What it will have cost in the end, gross in the currency's unit; null while it runs, and unbilled. */
  finalAmount: number | null
}

/** Accounts and the tenant's papers. `email` names an account; without it, the demo's is meant. */
export interface AccountControl {
  /** The owner of a new account has clicked the link in the e-mail. */
  confirmEmail(email: string): Promise<void>
  /** The link in the e-mail that a new account got; opening it confirms the address. */
  confirmationLink(email: string): Promise<string>
  /** The account's contracts, oldest first. No operation of the platform tells their ids. */
  contracts(email?: string): Promise<ContractOverview[]>
  /** The account has neither contract nor bank account nor registered card any more. */
  dropPaymentMedia(email?: string): Promise<void>
  /** The answer on the page of `registerPaymentMethod`, by the id that it answered. */
  answerCheckout(id: string, answer: 'approve' | 'decline'): Promise<void>
  /** A new version comes into force, which nobody has accepted yet. Answers its id. */
  publishLegalDocument(type: LegalType, version: string): Promise<string>
  /** Marketing configuration hides a site from all who do not ask to ignore it. */
  hideSite(siteId: string, isHidden: boolean): Promise<void>
}

export interface ContractOverview {
  id: string
  kind: 'sepa' | 'postpaid'
  customerReference: string | null
  iban: string | null
}

/** A vehicle that a test brings along. Power in kW at this connector. */
export interface PluggedVehicle {
  batteryKWh: number
  socPercent: number
  maxPowerKW: number
  tellsSoc: boolean
}

export interface Overview {
  nowMs: number
  speed: number
  /** A tag of somebody else's provider, which stations accept: `remoteStart` with type RFID. */
  roamingTag: string
  sites: SiteOverview[]
}

export interface SiteOverview {
  id: string
  /** Null for a site beside the demo's own. */
  key: DemoSite | null
  label: string
  stations: StationOverview[]
}

export interface StationOverview {
  id: string
  label: string
  publicName: string
  online: boolean
  hasRemoteCommands: boolean
  connectors: ConnectorOverview[]
}

export interface ConnectorOverview {
  id: string
  evseId: string
  number: string | null
  plug: string
  current: 'AC' | 'DC'
  maxPowerKW: number
  ocpp: OcppStatus
  calculated: string
  simple: string
  vehicle: (PluggedVehicle & { name: string }) | null
  session: SessionOverview | null
  /** The attempts that wait here and have not been reported as failed, oldest first. */
  attemptIds: string[]
}

export interface SessionOverview {
  transactionId: string
  startedMs: number
  /** Whether it belongs to the demo account. */
  isOwn: boolean
  chargelogId: string | null
}

/** The methods that the HTTP side offers, in one place for server and client. */
export const CONTROL_METHODS = [
  'now',
  'advance',
  'setSpeed',
  'setPace',
  'overview',
  'plugIn',
  'unplug',
  'setOcppStatus',
  'stationOffline',
  'stationStatus',
  'occupy',
  'vacate',
  'setFault',
  'clearFault',
  'clearFaults',
  'activeFaults',
  'startElsewhere',
  'stopElsewhere',
  'metered',
  'expireSessionTokens',
  'revokeRefreshTokens',
  'journal',
  'requests',
  'pageCap',
  'authIds',
  'emptySite',
  'confirmEmail',
  'payByPhone',
  'answerPayment',
  'confirmationLink',
  'contracts',
  'dropPaymentMedia',
  'answerCheckout',
  'publishLegalDocument',
  'hideSite',
] as const satisfies readonly (keyof SimulatorControl)[]

export type ControlMethod = (typeof CONTROL_METHODS)[number]

/** Web pages cannot send this header to us: browsers ask first, and we never allow it. */
export const CONTROL_HEADER = 'x-forecourt-control'
