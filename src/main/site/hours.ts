import { LatestMap } from '#common/latest-map.ts'
import { openAt, type OpenState } from '#common/open-at.ts'
import type { Hours } from '#common/opening-hours.ts'
import type { Connector, StaticStation } from '#contract/site.ts'

/** How long before closing people are warned (ms): most cars need that long to charge. */
const TOLD_AHEAD_MS = 2 * 3_600_000
const LONGEST_KEPT_MS = 3_600_000
const MOST_KEPT = 200

interface Known {
  readonly state: OpenState | null
  readonly fromMs: number
  readonly untilMs: number
}

/** Stations have few kinds of hours, and a thousand connectors ask with each refresh. */
const known = new LatestMap<string, Known>(MOST_KEPT)
interface Kinds {
  readonly key: string
  readonly hours: readonly Hours[]
}
const kindsKept = new WeakMap<StaticStation, Kinds>()

function kindsOf(station: StaticStation): Kinds {
  const kept = kindsKept.get(station)
  if (kept) return kept
  const hours = [station.opening, station.charging].filter((one) => one !== null)
  const kinds = { key: JSON.stringify(hours), hours }
  kindsKept.set(station, kinds)
  return kinds
}

function stateAt({ key: hoursKey, hours }: Kinds, nowMs: number, timeZone: string) {
  const key = `${timeZone} ${hoursKey}`
  const last = known.get(key)
  if (last && nowMs >= last.fromMs && nowMs < last.untilMs) return last.state
  const state = openAt(hours, nowMs, timeZone)
  const untilMs = Math.min(state ? (state.changesAtMs ?? Infinity) : nowMs, nowMs + LONGEST_KEPT_MS)
  known.set(key, { state, fromMs: nowMs, untilMs })
  return state
}

/**
 * What people should know of a station's hours now; undefined while it is open for long, and where
 * nothing is known.
 */
export function hoursHint(
  station: StaticStation | undefined,
  nowMs: number,
  timeZone: string,
): Connector['hours'] {
  const kinds = station && kindsOf(station)
  if (!kinds || kinds.hours.length === 0) return undefined
  const state = stateAt(kinds, nowMs, timeZone)
  if (!state) return undefined
  const { isOpen, changesAtMs } = state
  if (!isOpen) return { kind: 'closed', opensAtMs: changesAtMs }
  const isSoon = changesAtMs !== null && changesAtMs - nowMs <= TOLD_AHEAD_MS
  return isSoon ? { kind: 'closing', closesAtMs: changesAtMs } : undefined
}
