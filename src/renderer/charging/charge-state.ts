import type { Session } from '#contract/charging.ts'

/** What a running charge is doing, as far as the screen may claim it. */
export type ChargeState = 'charging' | 'full' | 'idle' | 'waiting' | 'unseen'

/** Less is what electronics draw by themselves, not charging. */
const NOTHING_W = 100
const FULL_PERCENT = 100

type Charged = Pick<
  Session,
  'status' | 'freshness' | 'powerW' | 'energyKWh' | 'stateOfChargePercent'
>

/** `isLost`: nothing comes from the platform. What is not seen now is not said to be charging now. */
export function chargeState(session: Charged, isLost: boolean): ChargeState {
  const { status, freshness, powerW, energyKWh, stateOfChargePercent } = session
  if (isLost || freshness === 'late' || status === 'unknown') return 'unseen'
  const takesNothing = powerW !== null && powerW < NOTHING_W
  if (stateOfChargePercent !== null && stateOfChargePercent >= FULL_PERCENT) return 'full'
  if (status === 'waiting') return 'waiting'
  return takesNothing && (energyKWh ?? 0) > 0 ? 'idle' : 'charging'
}

/** So much of what the connector can give is nothing to explain. */
const USUAL_SHARE = 0.7
const STARTING_MS = 2 * 60_000

/**
 * Of what the connector could give, the car takes less: in kW. Null where there is nothing to explain, or
 * nobody knows why. Direct current is the car's affair from the first minute on, and nothing is said of it.
 */
export function partTaken(
  session: Charged & Pick<Session, 'startedAtMs'>,
  connector: { current: 'AC' | 'DC' | null; maxPowerKW: number | null } | undefined,
  nowMs: number,
): { powerKW: number; mostKW: number } | null {
  const { status, powerW, startedAtMs } = session
  const mostKW = connector?.maxPowerKW ?? null
  if (connector?.current !== 'AC' || mostKW === null || powerW === null) return null
  const isUnderWay = startedAtMs !== null && nowMs - startedAtMs >= STARTING_MS
  const powerKW = powerW / 1000
  const isPart = powerW >= NOTHING_W && powerKW < USUAL_SHARE * mostKW
  return status === 'charging' && isUnderWay && isPart ? { powerKW, mostKW } : null
}
