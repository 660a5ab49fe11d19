import { highestKWh } from './plausible.ts'

/** The energy of a session by one source, reading by reading. Energies in kWh, times in epoch ms. */
export interface EnergyTrack {
  /** The highest that is believed: it never falls. */
  readonly bestKWh: number | null
  readonly bestAtMs: number
  /** The last reading, believed or not. */
  readonly lastKWh: number | null
  readonly lastAtMs: number
  /** What two readings in a row have reached. */
  readonly confirmedKWh: number | null
}

export const noEnergy: EnergyTrack = {
  bestKWh: null,
  bestAtMs: 0,
  lastKWh: null,
  lastAtMs: 0,
  confirmedKWh: null,
}

/** Less is rounding, no register that begins again. */
const ROUNDING_KWH = 0.1

/**
 * The track after one more reading. One that is lower is left out; one that is higher than `powerKW` can
 * have made it since the last waits for a second that agrees.
 */
export function nextEnergy(
  track: EnergyTrack,
  { energyKWh, atMs }: { energyKWh: number; atMs: number },
  powerKW: number,
): { track: EnergyTrack; isLeftOut: boolean } {
  const { bestKWh, bestAtMs, lastKWh, lastAtMs, confirmedKWh } = track
  const follows = (kWh: number, sinceMs: number): boolean =>
    energyKWh >= kWh && energyKWh - kWh <= highestKWh(powerKW, atMs - sinceMs)
  const isAgreed = lastKWh !== null && follows(lastKWh, lastAtMs)
  const isTaken =
    bestKWh === null || follows(bestKWh, bestAtMs) || (isAgreed && energyKWh > bestKWh)
  const both = lastKWh === null ? null : Math.min(lastKWh, energyKWh)
  return {
    track: {
      ...(isTaken ? { bestKWh: energyKWh, bestAtMs: atMs } : { bestKWh, bestAtMs }),
      lastKWh: energyKWh,
      lastAtMs: atMs,
      confirmedKWh: both === null ? confirmedKWh : Math.max(confirmedKWh ?? 0, both),
    },
    isLeftOut: !isTaken && (energyKWh > bestKWh || energyKWh < bestKWh - ROUNDING_KWH),
  }
}
