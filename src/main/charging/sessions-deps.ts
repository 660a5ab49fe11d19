import type { Clock } from '#common/clock.ts'
import type { SessionWarning, Stop } from '#contract/charging.ts'
import type { Log } from '#main/log.ts'
import type { ChargelogReading } from '#main/site/reading.ts'
import type { AccountCurrency } from './account-currency.ts'
import type { Opening } from './guests.ts'
import type { PowerCurve } from './power-curve.ts'
import type { ClosedMark } from './records.ts'
import type { Summaries } from './summaries.ts'

/** What the sessions stand on, and whom they tell. */
export interface SessionsDeps {
  clock: Clock
  log: Log
  currency: Pick<AccountCurrency, 'known'>
  summaries: Summaries
  stopOf(sessionId: string): Stop | null
  closedOf(sessionId: string): ClosedMark | null
  /** What staff should know of it. */
  warningsOf(sessionId: string): readonly SessionWarning[]
  /** Staff are at the desk. */
  isDesk(): boolean
  /** What each session shows, and to whom, as of now. */
  openings(): (sessionId: string) => Opening
  isOnSite(connectorId: string): boolean
  /** The connector's rating; null where nobody tells it. */
  maxPowerKW(connectorId: string): number | null
  /** The session has stopped. */
  ended(sessionId: string): void
  /** It was a charge: it has a summary, and power as far as it was seen. */
  summed(log: ChargelogReading, curve: PowerCurve): void
  /** It runs, whatever was known of its end. */
  resumed(sessionId: string): void
  /** The session is not shown any more, and will not be again unless it runs after all. */
  forgotten(sessionId: string): void
  changed(): void
  urgent(): void
}
