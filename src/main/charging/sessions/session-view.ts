import type { Session, SessionWarning, Stop, Summary } from '#contract/charging.ts'
import type { Opening } from './openings.ts'
import { shownClosing, type ClosedBy } from '#main/charging/ledger/records.ts'
import { finalEnergy, shownEnergyKWh, type TrackedSession } from './tracked-session.ts'

/** What others know of a session. */
export interface SessionFacts {
  readonly opening: Opening
  readonly stop: Stop | null
  readonly closed: ClosedBy | null
  /** For staff. */
  readonly warnings: readonly SessionWarning[]
  readonly isDesk: boolean
  /** Of amounts that name none. */
  readonly currency: string | null
}

/**
 * What the bridge shows of it: to everybody what the board may show, the rest to the guest whose it
 * is. While it runs, the meter knows the energy before the chargelog does.
 */
export function toSession(
  session: TrackedSession,
  answered: Summary | null,
  facts: SessionFacts,
): Session {
  const { log, meter } = session
  const { opening, stop, closed, isDesk } = facts
  const summary = withMetered(answered, session.lastShownKWh)
  const warnings = warningsOf(session, summary, facts.warnings)
  return {
    ...boardView(session, summary, opening.protection),
    ...(closed && session.endedMs === null && { closed: shownClosing(closed, isDesk) }),
    ...(isDesk && warnings.length > 0 && { warnings }),
    ...(opening.claimed && {
      ...opening,
      stateOfChargePercent: meter?.stateOfChargePercent ?? null,
      initialStateOfChargePercent: meter?.initialStateOfChargePercent ?? null,
      rateName: log.rateName,
      co2SavingKg: log.co2SavingKg,
      cost: log.cost && { ...log.cost, currency: log.cost.currency ?? facts.currency },
      powerCurve: [...session.curve.points],
      batteryTrack: [...session.battery],
      stop,
      summary,
    }),
  }
}

/** A record that says less does not hide what was metered: both are shown. */
function withMetered(summary: Summary | null, meteredKWh: number | null): Summary | null {
  if (!summary) return null
  const { energyKWh, recordKWh } = finalEnergy(summary.energyKWh, meteredKWh, summary.complete)
  return recordKWh === null ? { ...summary, energyKWh } : { ...summary, energyKWh, recordKWh }
}

/** What staff should know, `known` of it already. */
function warningsOf(
  { endedMs, leftOut }: TrackedSession,
  summary: Summary | null,
  known: readonly SessionWarning[],
): readonly SessionWarning[] {
  if (endedMs !== null) return summary?.recordKWh === undefined ? [] : ['energy-differs']
  return leftOut === 0 ? known : [...known, 'readings-left-out']
}

/** A stranger's session: energy, power and time. */
function boardView(
  session: TrackedSession,
  summary: Summary | null,
  protection: Session['protection'],
): Session {
  const { log, meter, endedMs } = session
  const isOver = endedMs !== null
  const finalKWh =
    summary?.energyKWh ?? finalEnergy(log.energyKWh, session.lastShownKWh, false).energyKWh
  return {
    id: log.id,
    connectorId: log.connectorId,
    status: session.status,
    startedAtMs: log.startedAtMs,
    energyKWh: isOver ? finalKWh : shownEnergyKWh(session),
    powerW: isOver ? null : (meter?.powerW ?? null),
    meterAtMs: meter?.measuredAtMs ?? null,
    protection,
    claimed: false,
    stopCode: null,
    target: null,
    stateOfChargePercent: null,
    initialStateOfChargePercent: null,
    rateName: null,
    rate: null,
    co2SavingKg: null,
    cost: null,
    powerCurve: [],
    batteryTrack: [],
    stop: null,
    summary: null,
    freshness: 'live',
    asOfMs: null,
  }
}
