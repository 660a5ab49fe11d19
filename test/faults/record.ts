import type { LiveModel } from '#contract/live.ts'
import type { JournalEntry } from '#simulator/journal.ts'
import type { ConnectorOverview } from '#simulator/control.ts'
import type { Way } from './plan.ts'
import type { Seen } from './watch/watch.ts'

/** A mutation as it reached the platform's door, before anything became of it. */
export interface Arrival {
  readonly atMs: number
  readonly field: string
  readonly connectorId: string | null
  /** What was there at this connector: an attempt or a transaction of this terminal's account. */
  readonly alive: string | null
  /** Holds that were open at this connector. */
  readonly openHolds: number
}

/** Somebody asked the terminal for a start, once. */
export interface Intention {
  readonly requestId: string
  readonly way: Way
  readonly connectorId: string
  readonly atMs: number
  /** `lost`: the terminal died before it answered. */
  readonly outcome: 'taken' | 'refused' | 'lost'
  readonly code: string | null
}

/** A row of the ledger. */
export interface LedgerStart {
  readonly id: string
  readonly kind: string
  readonly step: string
  readonly connectorId: string
  readonly attemptId: string | null
  readonly transaction: string | null
  readonly chargelogId: string | null
  readonly endedAtMs: number | null
  readonly cancelled: boolean
}

export interface SettingsEnd {
  /** The text that the settings file must hold: acknowledged last, or asked for when the power went. */
  readonly expected: readonly (string | null)[]
  /** What it holds; undefined when it cannot be read. */
  readonly found: string | null | undefined
  /** Files that the terminal had to set aside. */
  readonly setAside: readonly string[]
}

/** What stations did, what the terminal showed and what it stored, in one cycle. */
export interface CycleRecord {
  readonly arrivals: readonly Arrival[]
  readonly intentions: readonly Intention[]
  readonly journal: readonly JournalEntry[]
  /** What another terminal of the account began, by its transactions. */
  readonly elsewhere: readonly string[]
  /** Where the ledger was made to forget a start, by connectors: what goes on there may belong to none. */
  readonly forgottenAt: readonly string[]
  /** What was seen step by step. */
  readonly seen: Seen
  readonly end: {
    readonly view: LiveModel | null
    readonly trouble: string | null
    readonly connectors: readonly ConnectorOverview[]
    readonly ledger: readonly LedgerStart[]
    readonly settings: SettingsEnd
    /** Why the last launch ended by itself; null when it runs. */
    readonly died: string | null
  }
}
