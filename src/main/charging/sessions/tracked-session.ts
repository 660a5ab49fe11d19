import type { Session } from '#contract/charging.ts'
import type { ChargelogReading, MeterReading } from '#main/site/reading.ts'
import { nextEnergy, noEnergy, type EnergyTrack } from './energy-track.ts'
import { addBattery, type BatteryPoint } from './battery-track.ts'
import { believable, highestKW, isPossibleEnergy, type SessionBounds } from './plausible.ts'
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
  /** What is believed of the last meter values; its time is when they were measured, else arrived. */
  meter: MeterReading | null
  /** When the platform was last heard on its meter, with values or without; 0 for never. */
  meterHeardMs: number
  /** The last meter values as delivered, and when they first came. */
  lastMeter: { readonly meter: MeterReading; readonly atMs: number } | null
  /** The latest time of the station that is believed. */
  measuredMs: number
  metered: EnergyTrack
  recorded: EnergyTrack
  /** The last state of charge that is believed, and what the last two both reached. */
  lastPercent: number | null
  confirmedPercent: number | null
  /** Values and times that cannot be, since it is followed. */
  leftOut: number
  curve: PowerCurve
  battery: readonly BatteryPoint[]
  /** Set while the list of running sessions leaves it out: it is asked for by its id. */
  vanished: Vanished | null
  /** When this terminal learnt that it has stopped. */
  endedMs: number | null
  /** The energy that was shown when it stopped. */
  lastShownKWh: number | null
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
    meterHeardMs: 0,
    lastMeter: null,
    measuredMs: 0,
    metered: noEnergy,
    recorded: noEnergy,
    lastPercent: null,
    confirmedPercent: null,
    leftOut: 0,
    curve: emptyCurve,
    battery: [],
    vanished: null,
    endedMs: null,
    lastShownKWh: null,
  }
}

/** The energy while it runs: the best of meter and record (kWh). */
export function shownEnergyKWh({ metered, recorded }: TrackedSession): number | null {
  if (metered.bestKWh === null || recorded.bestKWh === null)
    return metered.bestKWh ?? recorded.bestKWh
  return Math.max(metered.bestKWh, recorded.bestKWh)
}

/** How far a session has come for sure; null where nobody knows. Epoch ms. */
export interface Reached {
  readonly energyKWh: number | null
  readonly stateOfChargePercent: number | null
  readonly startedAtMs: number | null
}

/** What two readings in a row have reached: one alone may be wrong. */
export function reachedBy(session: TrackedSession): Reached {
  const { metered, recorded, confirmedPercent, log } = session
  const energies = [metered.confirmedKWh, recorded.confirmedKWh].filter((each) => each !== null)
  return {
    energyKWh: energies.length === 0 ? null : Math.max(...energies),
    stateOfChargePercent: confirmedPercent,
    startedAtMs: log.startedAtMs,
  }
}

/** The same values count as new ones only after this time. */
const STANDS_MS = 30_000

/** Meter values, as far as they are believed; `maxPowerKW` is the connector's rating. */
export function takeMeter(
  session: TrackedSession,
  meter: MeterReading,
  { atMs, maxPowerKW }: { atMs: number; maxPowerKW: number | null },
): void {
  if (session.endedMs !== null) return
  session.meterHeardMs = atMs
  if (
    session.lastMeter &&
    atMs - session.lastMeter.atMs < STANDS_MS &&
    isSame(session.lastMeter.meter, meter)
  )
    return
  session.lastMeter = { meter, atMs }
  const { reading, leftOut } = believable(meter, boundsOf(session, maxPowerKW), atMs)
  session.leftOut += leftOut
  if (reading === null) return
  const { measuredAtMs, energyKWh, powerW, stateOfChargePercent } = reading
  const isGreater = (energyKWh ?? 0) > (session.metered.bestKWh ?? 0)
  const isOlder = measuredAtMs !== null && measuredAtMs < session.measuredMs
  // Whose energy has grown is no older: the station's clock was set back.
  if (isOlder && !isGreater) return
  session.measuredMs = measuredAtMs ?? session.measuredMs
  const seenMs = measuredAtMs === null || isOlder ? Math.round(atMs) : measuredAtMs
  if (energyKWh !== null) {
    const next = nextEnergy(session.metered, { energyKWh, atMs: seenMs }, highestKW(maxPowerKW))
    session.metered = next.track
    if (next.isLeftOut) session.leftOut += 1
  }
  takeCharge(session, stateOfChargePercent)
  session.meter = {
    ...reading,
    energyKWh: session.metered.bestKWh,
    stateOfChargePercent: meter.stateOfChargePercent === null ? null : session.lastPercent,
    measuredAtMs: meter.measuredAtMs === null ? null : seenMs,
  }
  if (stateOfChargePercent !== null) {
    session.battery = addBattery(session.battery, { atMs: seenMs, percent: stateOfChargePercent })
  }
  if (powerW !== null) session.curve = addPower(session.curve, { atMs: seenMs, powerW })
}

/** The record of a running session, as far as its energy is believed; see `takeMeter`. */
export function takeRecord(
  session: TrackedSession,
  log: ChargelogReading,
  { atMs, maxPowerKW }: { atMs: number; maxPowerKW: number | null },
): void {
  session.log = log
  const { energyKWh } = log
  const { bestKWh, bestAtMs, lastKWh, lastAtMs } = session.recorded
  if (energyKWh === null || (energyKWh === lastKWh && atMs - lastAtMs < STANDS_MS)) return
  if (!isPossibleEnergy(energyKWh, boundsOf(session, maxPowerKW), atMs)) {
    session.leftOut += 1
    return
  }
  // It has no time of its own: a value counts as measured when it first came.
  const saidMs = energyKWh === bestKWh ? bestAtMs : atMs
  const said = { energyKWh, atMs: saidMs }
  const next = nextEnergy(session.recorded, said, highestKW(maxPowerKW))
  session.recorded = next.track
  if (next.isLeftOut) session.leftOut += 1
}

const boundsOf = (
  { log: { startedAtMs }, firstSeenMs }: TrackedSession,
  maxPowerKW: number | null,
): SessionBounds => ({ startedAtMs, firstSeenMs, maxPowerKW })

function takeCharge(session: TrackedSession, percent: number | null): void {
  if (percent === null) return
  const { lastPercent } = session
  session.confirmedPercent = lastPercent === null ? null : Math.min(lastPercent, percent)
  session.lastPercent = percent
}

const isSame = (one: MeterReading, other: MeterReading): boolean =>
  one.energyKWh === other.energyKWh &&
  one.powerW === other.powerW &&
  one.stateOfChargePercent === other.stateOfChargePercent &&
  one.measuredAtMs === other.measuredAtMs

/** A record that says this much less than was metered is reported: it is no rounding. */
const differsByKWh = (meteredKWh: number): number => Math.max(0.1, 0.02 * meteredKWh)

/**
 * The energy of a session that has stopped (kWh): as its record says once that is final, but no less than
 * was shown. Then `recordKWh` is what the record says otherwise.
 */
export function finalEnergy(
  recordKWh: number | null,
  meteredKWh: number | null,
  isFinal: boolean,
): { energyKWh: number | null; recordKWh: number | null } {
  if (recordKWh === null || meteredKWh === null) {
    return { energyKWh: recordKWh ?? meteredKWh, recordKWh: null }
  }
  const isLess = meteredKWh - recordKWh > differsByKWh(meteredKWh)
  if (isLess) return { energyKWh: meteredKWh, recordKWh }
  // A platform may still tell what was so a few seconds ago.
  const energyKWh = isFinal ? recordKWh : Math.max(recordKWh, meteredKWh)
  return { energyKWh, recordKWh: null }
}
