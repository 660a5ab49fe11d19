import type { Session, SessionWarning, Stop, Summary } from '#contract/charging.ts'
import type { ChargelogReading, MeterReading } from '#main/site/reading.ts'
import type { Opening } from './guests.ts'
import { shownClosing, type ClosedMark } from './records.ts'
import { addPower, emptyCurve, type PowerCurve } from './power-curve.ts'

export interface Vanished {
  readonly sinceMs: number
  /** The next refresh asks for it by its id. */
  isAsked: boolean
  /** Refreshes that asked and got no answer. */
  misses: number
}

/** A session as this terminal follows it. Times in epoch ms. */
export interface TrackedSession {
  log: ChargelogReading
  status: Session['status']
  readonly firstSeenMs: number
  meter: MeterReading | null
  /** When the platform was last heard on its meter, with values or without; 0 for never. */
  meterToldMs: number
  curve: PowerCurve
  /** Set while the list of running sessions leaves it out: it is asked for by its id. */
  vanished: Vanished | null
  /** When this terminal learnt that it has stopped. */
  endedMs: number | null
}

export function trackSession(
  log: ChargelogReading,
  status: Session['status'],
  firstSeenMs: number,
): TrackedSession {
  return {
    log,
    status,
    firstSeenMs,
    meter: null,
    meterToldMs: 0,
    curve: emptyCurve,
    vanished: null,
    endedMs: null,
  }
}

/** Meter values that are older than the known ones are left out. */
export function takeMeter(session: TrackedSession, meter: MeterReading, atMs: number): void {
  if (session.endedMs !== null) return
  session.meterToldMs = atMs
  const knownMs = session.meter?.measuredAtMs ?? 0
  if (meter.measuredAtMs !== null && meter.measuredAtMs < knownMs) return
  session.meter = meter
  if (meter.powerW === null) return
  const point = { atMs: meter.measuredAtMs ?? Math.round(atMs), powerW: meter.powerW }
  session.curve = addPower(session.curve, point)
}

/** What others know of a session. */
export interface SessionFacts {
  readonly stop: Stop | null
  readonly summary: Summary | null
  readonly closed: ClosedMark | null
  /** For staff. */
  readonly warnings: readonly SessionWarning[]
  readonly isDesk: boolean
}

/**
 * What the bridge shows of it: to everybody what the board may show, the rest to the guest whose it
 * is. While it runs, the meter knows the energy before the chargelog does.
 */
export function toSession(session: TrackedSession, opening: Opening, facts: SessionFacts): Session {
  const { log, meter } = session
  const { stop, summary, closed, warnings, isDesk } = facts
  return {
    ...boardView(session, opening.protection),
    ...(closed && session.endedMs === null && { closed: shownClosing(closed, isDesk) }),
    ...(isDesk && session.endedMs === null && warnings.length > 0 && { warnings }),
    ...(opening.claimed && {
      ...opening,
      stateOfChargePercent: meter?.stateOfChargePercent ?? null,
      initialStateOfChargePercent: meter?.initialStateOfChargePercent ?? null,
      rateName: log.rateName,
      cost: log.cost,
      powerCurve: [...session.curve.points],
      stop,
      summary,
    }),
  }
}

/** A stranger's session: energy, power and time. */
function boardView(session: TrackedSession, protection: Session['protection']): Session {
  const { log, meter, endedMs } = session
  const isOver = endedMs !== null
  const metered = meter?.energyKWh ?? null
  return {
    id: log.id,
    connectorId: log.connectorId,
    status: session.status,
    startedAtMs: log.startedAtMs,
    energyKWh: isOver ? (log.energyKWh ?? metered) : (metered ?? log.energyKWh),
    powerW: isOver ? null : (meter?.powerW ?? null),
    meterAtMs: meter?.measuredAtMs ?? null,
    protection,
    claimed: false,
    stopCode: null,
    target: null,
    stateOfChargePercent: null,
    initialStateOfChargePercent: null,
    rateName: null,
    cost: null,
    powerCurve: [],
    stop: null,
    summary: null,
    freshness: 'live',
    asOfMs: null,
  }
}
