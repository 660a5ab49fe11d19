import type { Clock } from '#common/clock.ts'
import type { Target } from '#contract/charging.ts'
import { CLOCK_NOISE_MS } from '#main/platform/stable-skew.ts'
import type { StopRetries } from './stop-retries.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import type { Sessions } from '#main/charging/sessions/sessions.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import type { Reached } from '#main/charging/sessions/tracked-session.ts'

const MS_PER_MINUTE = 60_000

const everyKind: readonly Target['kind'][] = ['time', 'energy', 'charge']

/**
 * Stops the sessions that have come as far as their guests wanted. Nothing happens while it is off.
 * `kinds`: the targets that the latest values can reach.
 */
export function stopAtTargets(
  deps: {
    startStore: StartStore
    sessions: Sessions
    stopRetries: Pick<StopRetries, 'begin'>
    clock: Clock
  },
  kinds = everyKind,
): void {
  const { startStore, sessions, clock } = deps
  for (const record of startStore.all()) {
    const target = watchedTarget(record)
    if (!target || !kinds.includes(target.kind) || record.chargelogId === null) continue
    const session = sessions.get(record.chargelogId)
    if (!session || session.isOver) continue
    if (!isReached(target, session.reached, clock.now())) continue
    deps.stopRetries.begin({ sessionId: session.log.id, reason: `target:${record.id}` })
  }
}

/** A time is watched by the platform (`stopMinutes`), but where a payment comes first it takes none. */
function watchedTarget({ kind, step, target }: StartRecord): Target | null {
  if (step !== 'charging' || !target) return null
  return target.kind === 'time' && kind !== 'phone' ? null : target
}

/**
 * What is not known yet is not reached. A time is reached by the platform's clock, by which the charge began, and
 * which is known to {@link CLOCK_NOISE_MS}: nobody gets less than was chosen.
 */
export function isReached(target: Target, reached: Reached, nowMs: number): boolean {
  if (target.kind === 'energy') return (reached.energyKWh ?? 0) >= target.energyKWh
  if (target.kind === 'charge') return (reached.stateOfChargePercent ?? 0) >= target.percent
  if (reached.startedAtMs === null) return false
  return nowMs >= reached.startedAtMs + target.minutes * MS_PER_MINUTE + CLOCK_NOISE_MS
}
