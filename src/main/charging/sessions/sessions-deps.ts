import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { ChargelogReading } from '#main/site/reading.ts'
import type { PowerCurve } from './power-curve.ts'
import type { Summaries } from './summaries.ts'

/** What the sessions stand on. */
export interface SessionsDeps {
  clock: Clock
  log: Log
  summaries: Summaries
  isOnSite(connectorId: string): boolean
  /** The connector's rating; null where it is unknown. */
  maxPowerKW(connectorId: string): number | null
  changed(): void
  urgent(): void
}

/** Who hears what becomes of sessions. */
export interface SessionListener {
  /** The session has stopped. */
  ended(sessionId: string): void
  /** It was a charge: it has a summary, and power as far as it was seen. */
  summed(log: ChargelogReading, curve: PowerCurve): void
  /** It runs, whatever was known of its end. */
  resumed(sessionId: string): void
  /** The session is not shown any more, and will not be again unless it runs after all. */
  forgotten(sessionId: string): void
}
