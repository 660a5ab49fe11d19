import type { StartStep } from '#contract/charging.ts'

/** While a start is in one of these, its connector is kept for it and nothing else may start there. */
export const openSteps = [
  'chosen',
  'requested',
  'paying',
  'accepted',
  'waiting-for-plug',
  'unknown',
] as const

const open: ReadonlySet<StartStep> = new Set(openSteps)
const failures: ReadonlySet<StartStep> = new Set(['rejected', 'failed', 'timed-out'])

/** How far a step is on the way; `unknown` stands where `requested` does: sent, answer lost. */
const ranks: Partial<Record<StartStep, number>> = {
  chosen: 0,
  requested: 1,
  unknown: 1,
  paying: 2,
  accepted: 3,
  'waiting-for-plug': 4,
  charging: 5,
}

export const isOpenStep = (step: StartStep): boolean => open.has(step)

export const isFailureStep = (step: StartStep): boolean => failures.has(step)

/** The terminal waits no more: what it did not hear of may still begin. */
export const isGivenUp = (step: StartStep): boolean => step === 'timed-out' || step === 'failed'

/**
 * The step after `last` when the platform says `next`. Steps never go backwards but into a failure;
 * out of a failure leads only a session that really began.
 */
export function advance(last: StartStep, next: StartStep): StartStep {
  if (last === 'charging') return last
  if (isFailureStep(last)) return next === 'charging' ? next : last
  if (isFailureStep(next)) return next
  return (ranks[next] ?? 0) > (ranks[last] ?? 0) ? next : last
}
