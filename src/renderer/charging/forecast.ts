import type { Session } from '#contract/charging.ts'

/** When a charge is where it is to be. All but `stops` is computed here, and shown as such. Times in epoch ms. */
export type Forecast =
  /** The platform ends it then: chosen as a time, nothing to estimate. */
  | { readonly kind: 'stops'; readonly atMs: number }
  | {
      readonly kind: 'battery'
      readonly percent: number
      readonly atMs: number
      /** Null where it cannot be told: direct current slows down on the last fifth. */
      readonly fullAtMs: number | null
      /** How much of the last minutes it rests on. */
      readonly basisMs: number
    }
  | {
      readonly kind: 'energy'
      readonly energyKWh: number
      readonly atMs: number
      readonly basisMs: number
    }
  /** The battery is nearly full: from here the car alone decides. */
  | { readonly kind: 'slower' }

export type Forecasted = Pick<
  Session,
  | 'status'
  | 'freshness'
  | 'startedAtMs'
  | 'energyKWh'
  | 'stateOfChargePercent'
  | 'batteryTrack'
  | 'powerCurve'
  | 'target'
>

interface Point {
  readonly atMs: number
  readonly value: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const LEAST_MS = 4 * MINUTE_MS
const LEAST_VALUES = 3
/** How far the two halves of the time may be from one pace. */
const STEADY = 0.3
/** A value older than this says nothing of now. */
const FRESH_MS = 3 * MINUTE_MS
/** So many percent at least, as cars tell whole ones; from the second on the shortest time will do. */
const LEAST_GAIN = 2
const SURE_GAIN = 4
/** Half of a whole percent may be rounding. */
const ROUNDING = 0.5
/** Where cars begin to take less: on direct current early, on alternating current hardly at all. */
const SLOWER_FROM = { DC: 80, AC: 95 } as const
export const USUAL_GOAL = 80

/**
 * When the charge is at its target, at 80 % or full, from what the car and the meter told in the last
 * minutes. Null unless they tell it: three values over four minutes at one pace, within 30 %.
 */
export function forecast(
  session: Forecasted,
  current: 'AC' | 'DC' | null,
  nowMs: number,
): Forecast | null {
  const { status, freshness, target, startedAtMs } = session
  if (status !== 'charging' || freshness !== 'live') return null
  if (target?.kind === 'time') {
    const atMs = startedAtMs === null ? null : startedAtMs + target.minutes * MINUTE_MS
    return atMs === null || atMs <= nowMs ? null : { kind: 'stops', atMs }
  }
  const percent = session.stateOfChargePercent
  const isSlower = percent !== null && percent >= SLOWER_FROM[current ?? 'DC']
  const found =
    target?.kind === 'energy'
      ? byEnergy(session, target.energyKWh, nowMs)
      : byBattery(session, isSlower ? null : (current ?? 'DC'), nowMs)
  return found ?? (isSlower ? { kind: 'slower' } : null)
}

function byBattery(
  { batteryTrack, target, stateOfChargePercent }: Forecasted,
  current: 'AC' | 'DC' | null,
  nowMs: number,
): Forecast | null {
  if (current === null || stateOfChargePercent === null) return null
  const points = batteryTrack.map(({ atMs, percent }) => ({ atMs, value: percent }))
  const window = steadyWindow(points, nowMs)
  if (!window) return null
  const { last, perMs, basisMs } = window
  const slowerFrom = SLOWER_FROM[current]
  const wanted = target?.kind === 'charge' ? target.percent : USUAL_GOAL
  const goal = current === 'DC' ? Math.min(wanted, slowerFrom) : wanted
  const atMs = (percent: number): number => last.atMs + (percent - last.value) / perMs
  const fullAtMs = current === 'AC' && target === null ? atMs(100) : null
  if (goal <= last.value) {
    return fullAtMs === null
      ? null
      : { kind: 'battery', percent: 100, atMs: fullAtMs, fullAtMs: null, basisMs }
  }
  return { kind: 'battery', percent: goal, atMs: atMs(goal), fullAtMs, basisMs }
}

/** The shortest of the last minutes that tells enough, when its two halves go at one pace. */
function steadyWindow(
  points: readonly Point[],
  nowMs: number,
): { last: Point; perMs: number; basisMs: number } | null {
  const last = points.at(-1)
  if (!last || nowMs - last.atMs > FRESH_MS) return null
  const isLongEnough = (from: number): boolean => {
    const first = points[from]
    return first !== undefined && last.atMs - first.atMs >= LEAST_MS
  }
  const least = points.findLastIndex((_, index) => isLongEnough(index))
  if (least === -1) return null
  const sure = points.findLastIndex(
    ({ value }, index) => index <= least && last.value - value >= SURE_GAIN,
  )
  const window = points.slice(Math.max(0, sure))
  const [first] = window
  if (!first || window.length < LEAST_VALUES || !isSteady(window)) return null
  const basisMs = last.atMs - first.atMs
  return { last, perMs: (last.value - first.value) / basisMs, basisMs }
}

function isSteady(window: readonly Point[]): boolean {
  const first = window[0]
  const last = window.at(-1)
  if (!first || !last) return false
  const gain = last.value - first.value
  if (gain < LEAST_GAIN) return false
  const falls = window.some(({ value }, index) => value < (window[index - 1]?.value ?? 0))
  if (falls) return false
  const middleMs = (first.atMs + last.atMs) / 2
  const distance = ({ atMs }: Point): number => Math.abs(atMs - middleMs)
  const middle = window.reduce((one, other) => (distance(other) < distance(one) ? other : one))
  const expected = (gain * (middle.atMs - first.atMs)) / (last.atMs - first.atMs)
  const off = Math.abs(middle.value - first.value - expected)
  return off <= STEADY * Math.min(expected, gain - expected) + ROUNDING
}

function byEnergy(
  { energyKWh, powerCurve }: Forecasted,
  goalKWh: number,
  nowMs: number,
): Forecast | null {
  const last = powerCurve.at(-1)
  if (energyKWh === null || energyKWh >= goalKWh || !last || nowMs - last.atMs > FRESH_MS)
    return null
  const least = powerCurve.findLastIndex(({ atMs }) => last.atMs - atMs >= LEAST_MS)
  const window = least === -1 ? [] : powerCurve.slice(least)
  const [first] = window
  if (!first || window.length < LEAST_VALUES) return null
  const meanW = window.reduce((sum, { powerW }) => sum + powerW, 0) / window.length
  const isOnePace = window.every(({ powerW }) => Math.abs(powerW - meanW) <= STEADY * meanW)
  if (meanW <= 0 || !isOnePace) return null
  const atMs = last.atMs + ((goalKWh - energyKWh) / (meanW / 1000)) * HOUR_MS
  return { kind: 'energy', energyKWh: goalKWh, atMs, basisMs: last.atMs - first.atMs }
}
