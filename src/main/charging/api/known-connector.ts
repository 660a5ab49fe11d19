import type { ConnectorState, Freshness, StartBlock } from '#contract/site.ts'

/** What the live model knows of a connector of this site. */
export interface KnownConnector {
  stationId: string
  /** What people read on it, and what must stand with that where another one has it, too. */
  number?: string
  distinction?: string | undefined
  evseId?: string | null
  freeOfCharge: boolean
  maxPowerKW?: number | null
  state: ConnectorState
  startBlock: StartBlock | null
  freshness: Freshness
  /** What the platform says of it, whatever this terminal knows beside. */
  reported?: { state: ConnectorState } | undefined
}
