import { LatestMap } from '#common/latest-map.ts'
import { openAt, type OpenState } from '#common/open-at.ts'
import type { Hours } from '#common/opening-hours.ts'
import type { Connector } from '#contract/site.ts'

/** So long before it closes, people are told (ms): most cars need it to charge. */
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
const keys = new WeakMap<readonly Hours[], string>()

function keyOf(hours: readonly Hours[], timeZone: string): string {
  const key = keys.get(hours) ?? JSON.stringify(hours)
  keys.set(hours, key)
  return `${timeZone} ${key}`
}

function stateAt(hours: readonly Hours[], nowMs: number, timeZone: string): OpenState | null {
  const key = keyOf(hours, timeZone)
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
  hours: readonly Hours[],
  nowMs: number,
  timeZone: string,
): Connector['hours'] {
  if (hours.length === 0) return undefined
  const state = stateAt(hours, nowMs, timeZone)
  if (!state) return undefined
  const { isOpen, changesAtMs } = state
  if (!isOpen) return { kind: 'closed', opensAtMs: changesAtMs }
  const isSoon = changesAtMs !== null && changesAtMs - nowMs <= TOLD_AHEAD_MS
  return isSoon ? { kind: 'closing', closesAtMs: changesAtMs } : undefined
}
