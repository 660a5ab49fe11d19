import { EARLIEST_MS, isAmount, isPercent } from '#main/platform/possible.ts'
import type { MeterReading } from '#main/site/reading.ts'

/** What a session's readings must fit. Times in epoch ms of this clock. */
export interface SessionBounds {
  /** As delivered. */
  readonly startedAtMs: number | null
  readonly firstSeenMs: number
  /** The connector's rating; null where it is unknown. */
  readonly maxPowerKW: number | null
}

/** Ratings are often a default: the smaller ones are not taken at their word. */
const LEAST_RATING_KW = 22
const UNRATED_KW = 1_000
const MARGIN = 2
/** Clocks of stations, and values that were gathered for a while. */
export const TOLERANCE_MS = 60_000
/** No battery takes more in one session; registers of a whole life tell more. */
const MOST_KWH = 1_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** More power than this no connector of that rating delivers (kW). */
export const highestKW = (maxPowerKW: number | null): number =>
  MARGIN *
  (maxPowerKW !== null && maxPowerKW > 0 ? Math.max(maxPowerKW, LEAST_RATING_KW) : UNRATED_KW)

/** What can be delivered within a time, at the most (kWh). */
export const highestKWh = (powerKW: number, durationMs: number): number =>
  (powerKW * (Math.max(0, durationMs) + TOLERANCE_MS)) / HOUR_MS

/** A start that lies ahead of the first sight of the session is a wrong clock's: nobody knows it then. */
function beganMs({ startedAtMs, firstSeenMs }: SessionBounds): number | null {
  if (startedAtMs === null || startedAtMs > firstSeenMs + TOLERANCE_MS) return null
  return Math.min(startedAtMs, firstSeenMs)
}

/** Whether a session can have taken so much by `atMs`. */
export function isPossibleEnergy(energyKWh: number, bounds: SessionBounds, atMs: number): boolean {
  const began = beganMs(bounds)
  const most = began === null ? MOST_KWH : highestKWh(highestKW(bounds.maxPowerKW), atMs - began)
  return isAmount(energyKWh, null) && energyKWh <= Math.min(MOST_KWH, most)
}

/**
 * The reading without what cannot be: null stands where a value, or the time, is not believed. One that was
 * measured before the session began is none of it, and null itself; a clock of before 2000 has not been set,
 * and says nothing. `atMs` is when it arrived; `leftOut` counts what went.
 */
export function believable(
  meter: MeterReading,
  bounds: SessionBounds,
  atMs: number,
): { reading: MeterReading | null; leftOut: number } {
  let leftOut = meter.leftOut ?? 0
  const kept = (value: number | null, isPossible: (value: number) => boolean): number | null => {
    if (value === null || isPossible(value)) return value
    leftOut += 1
    return null
  }
  const mostW = highestKW(bounds.maxPowerKW) * 1_000
  const earliestMs = (beganMs(bounds) ?? bounds.firstSeenMs - DAY_MS) - TOLERANCE_MS
  const { measuredAtMs } = meter
  if (measuredAtMs !== null && measuredAtMs >= EARLIEST_MS && measuredAtMs < earliestMs)
    return { reading: null, leftOut: leftOut + countValues(meter) }
  const reading = {
    sessionId: meter.sessionId,
    powerW: kept(meter.powerW, (value) => isAmount(value, null) && value <= mostW),
    energyKWh: kept(meter.energyKWh, (value) => isPossibleEnergy(value, bounds, atMs)),
    stateOfChargePercent: kept(meter.stateOfChargePercent, (value) => isPercent(value, null)),
    initialStateOfChargePercent: kept(meter.initialStateOfChargePercent, (value) =>
      isPercent(value, null),
    ),
    measuredAtMs: kept(measuredAtMs, (ms) => ms >= earliestMs && ms <= atMs + TOLERANCE_MS),
  }
  return { reading, leftOut }
}

const countValues = ({ powerW, energyKWh, ...rest }: MeterReading): number => {
  const { stateOfChargePercent, initialStateOfChargePercent, measuredAtMs } = rest
  const values = [
    powerW,
    energyKWh,
    stateOfChargePercent,
    initialStateOfChargePercent,
    measuredAtMs,
  ]
  return values.filter((value) => value !== null).length
}
