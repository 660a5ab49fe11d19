import type { Session } from '#contract/charging.ts'

export type BatteryPoint = Session['batteryTrack'][number]

/** What is older says nothing about how fast the car charges now. */
const KEPT_MS = 20 * 60_000
/** Points stand at least so far apart, but for the newest: sixty at most. */
const SPACING_MS = 20_000

/** The car's last battery values with one more, oldest first; one that is not newer is left out. */
export function addBattery(
  track: readonly BatteryPoint[],
  point: BatteryPoint,
): readonly BatteryPoint[] {
  const last = track.at(-1)
  if (last && point.atMs <= last.atMs) return track
  const beforeLast = track.at(-2)
  const isCrowded = last && beforeLast && last.atMs - beforeLast.atMs < SPACING_MS
  const longer = isCrowded ? track.with(-1, point) : [...track, point]
  return longer.filter(({ atMs }) => point.atMs - atMs <= KEPT_MS)
}
