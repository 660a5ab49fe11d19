import type { StationWords, StatusWords } from '#contract/site.ts'

/** What the charging side wants to know with the next refresh. */
export interface FollowPlan {
  /** Attempts whose status rides along (`remoteStartAttemptStatus`). */
  attemptIds: readonly string[]
  /** Chargelogs whose state rides along (`chargelog`), beyond the running ones. */
  chargelogIds: readonly string[]
  /** Sessions whose meter values are asked, the one on screen first; at most 32 a request. */
  meterSessionIds: readonly string[]
  /** Something is starting or stopping: the fastest pace. */
  busy: boolean
}

export interface ConnectorReading extends StatusWords {
  id: string
  /** What is said of the whole station. */
  station?: StationWords | null | undefined
}

/** An identifier that stays in main: it can be compared by a mark, and is in no JSON, log or message. */
export type Sealed = (fingerprintOf: (text: string) => string | null) => string | null

/** A chargelog as far as a refresh asks for it (reference: type Chargelog, L3473). */
export interface ChargelogReading {
  id: string
  /** What `remoteStop` takes. */
  sessionId: string | null
  /**
   * By what it was authorised (`Chargelog.authId`, L3480): in the reference's examples the `tagId` of a
   * card (L3532, L3256), which it does not say anywhere. Null where it was not asked for.
   */
  authId: Sealed | null
  /** Free text: started, waiting_for_transaction, roaming_start, roaming_waiting_for_transaction, stopped, … */
  status: string
  connectorId: string
  startedAtMs: number | null
  endedAtMs: number | null
  energyKWh: number | null
  co2SavingKg: number | null
  rateName: string | null
  cost: { amount: number; currency: string | null } | null
}

/** A start attempt (reference: type AttemptRemoteStartResponse, L3080). */
export interface AttemptReading {
  id: string
  connectorId: string
  status: string
  /** True means failed, whatever its description says (trap 62). */
  isFailure: boolean
  failureReason: string | null
  chargelogId: string | null
  lastSentAtMs: number | null
}

/** Meter values of one session (reference: type chargelogMeterValuesSummary, L6311). */
export interface MeterReading {
  sessionId: string
  powerW: number | null
  /** From `sumEnergy`. */
  energyKWh: number | null
  stateOfChargePercent: number | null
  initialStateOfChargePercent: number | null
  /** When the station measured (epoch ms). */
  measuredAtMs: number | null
  /** Values that cannot be, whatever session they are of (`platform/possible.ts`): they are null here. */
  leftOut?: number
}

/** One good refresh of the site, with times of this terminal's clock (epoch ms). */
export interface SiteReading {
  /** What is shown ages from here: an answer that was long on its way is as old as that. */
  askedAtMs: number
  /** When the answer arrived. */
  atMs: number
  connectors: readonly ConnectorReading[]
  /** All running sessions of the account, on this site or elsewhere. */
  running: readonly ChargelogReading[]
  attempts: readonly AttemptReading[]
  /** The chargelogs asked for by id; one that the platform does not know is missing. */
  chargelogs: readonly ChargelogReading[]
}
