import type { LiveModel } from '#contract/live.ts'
import type { ConnectorOverview, MeteredSession } from '#simulator/control.ts'

/** Who may see, stop and take along what is at the terminal now. */
export type Presence = 'guest' | 'stranger' | 'desk' | 'unknown'

/** One look at the terminal and at the stations, at the same moment. */
export interface Glimpse {
  /** Epoch ms. */
  readonly atMs: number
  readonly view: LiveModel
  readonly metered: readonly MeteredSession[]
  readonly connectors: readonly ConnectorOverview[]
  /**
   * How long the terminal has run, its way was open and no station was hindered (ms): what takes longer
   * than that may still be on its way.
   */
  readonly calmMs: number
  readonly presence: Presence
  /** Of each launch another: what it has shown is its own. */
  readonly launch: number
}

/** What must not be, each with what it is about, so that the same is named once. */
export interface Finding {
  readonly about: string
  readonly words: string
}

/** What another terminal of the account has begun. */
export interface Elsewhere {
  readonly transactionIds: ReadonlySet<string>
  readonly attemptIds: ReadonlySet<string>
}

export const isElsewhere = (session: MeteredSession, { transactionIds }: Elsewhere): boolean =>
  transactionIds.has(session.transactionId)
