import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { Platform } from '#main/platform/platform.ts'
import type { Vault } from '#main/settings/vault.ts'
import type { ChargingRecords } from './charging-records.ts'
import type { GuestRules } from '#main/settings/guest-settings.ts'
import type { LearnPrices } from './offer/offers.ts'
import type { KnownConnector } from './api/known-connector.ts'

/** What charging stands on. */
export interface ChargingDeps {
  platform: Platform
  clock: Clock
  databaseFile: string
  /** This terminal has shown this site before: there was a ledger. */
  hasRunBefore?: boolean
  log: Log
  /** What the live model knows of a connector of this site; null for one that is not of this site. */
  connector(id: string): KnownConnector | null
  /** The platform's clock less ours (ms), steady; 0 when nobody measures it. */
  skewMs?: () => number
  /** Keeps the key of the stop codes and of the own cards' marks, where the system protects it. */
  vault: Vault
  /** The site's key of the stop codes, where the operator says it. */
  stopCodeKey?: string | null
  /** The operator's rules, as they are now. */
  rules(): GuestRules
  learnPrices: LearnPrices
  /** Staff are at the desk. */
  isDesk(): boolean
  records?: ChargingRecords
}
