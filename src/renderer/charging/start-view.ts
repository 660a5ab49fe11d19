import type { Start, StartStep } from '#contract/charging.ts'

/** What the guest should do now. */
export type StartPhase = 'wait' | 'pay' | 'plug' | 'charging' | 'unknown' | 'cancelled' | 'failed'

const phases: Readonly<Record<StartStep, StartPhase>> = {
  chosen: 'wait',
  requested: 'wait',
  paying: 'pay',
  accepted: 'plug',
  'waiting-for-plug': 'plug',
  charging: 'charging',
  rejected: 'failed',
  failed: 'failed',
  'timed-out': 'failed',
  unknown: 'unknown',
}

/** The phase of a start; before the first word about it, it waits. */
export function startPhase(start: Start | undefined): StartPhase {
  if (!start) return 'wait'
  const phase = phases[start.step]
  return start.cancelled && phase !== 'failed' ? 'cancelled' : phase
}

/** `timed-out`: no cable came. `not-begun`: nothing began in time, and no cable was waited for. */
export type StartEnd = 'rejected' | 'timed-out' | 'not-begun' | 'failed'

/** How a start that did not work ended, as far as it is known. */
export function startEnd(start: Start | undefined): StartEnd {
  if (start?.step === 'rejected') return 'rejected'
  if (start?.step !== 'timed-out') return 'failed'
  return start.history.at(-2)?.step === 'waiting-for-plug' ? 'timed-out' : 'not-begun'
}

export interface ShownStep {
  readonly step: StartStep
  readonly atMs: number | null
  readonly source: Start['history'][number]['source'] | null
  readonly look: 'done' | 'now' | 'next' | 'bad'
}

const path: readonly StartStep[] = [
  'chosen',
  'requested',
  'paying',
  'accepted',
  'waiting-for-plug',
  'charging',
]
const ends: readonly StartStep[] = ['rejected', 'failed', 'timed-out']

/** Only who pays by phone is asked to pay. */
function isAhead(step: StartStep, start: Start | undefined): boolean {
  return step !== 'paying' || start?.kind === 'phone'
}

/** What has happened and what is still to come; nothing follows an end. */
export function shownSteps(start: Start | undefined): ShownStep[] {
  const history = start?.history ?? []
  const last = history.length - 1
  const happened = history.map(({ step, atMs, source }, index): ShownStep => {
    const look = ends.includes(step)
      ? 'bad'
      : index === last && step !== 'charging'
        ? 'now'
        : 'done'
    return { step, atMs, source, look }
  })
  const reached = Math.max(-1, ...history.map(({ step }) => path.indexOf(step)))
  const over = start !== undefined && (start.cancelled || ends.includes(start.step))
  const coming = over ? [] : path.slice(reached + 1).filter((step) => isAhead(step, start))
  return [
    ...happened,
    ...coming.map((step): ShownStep => ({ step, atMs: null, source: null, look: 'next' })),
  ]
}
