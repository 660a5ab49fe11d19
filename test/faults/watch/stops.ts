import type { Target } from '#contract/charging.ts'
import type { MeteredSession } from '#simulator/control.ts'
import { isElsewhere, type Elsewhere, type Finding, type Glimpse } from './glimpse.ts'

/** Somebody wants what runs here to end. */
export interface StopAsk {
  /** The terminal has said yes, or had written it down when it died. */
  isTaken: boolean
  readonly atMs: number
  readonly connectorId: string
  /** What runs; null: whatever this terminal's start begins here, because it was cancelled. */
  readonly transactionId: string | null
  /** When that start was asked for (epoch ms). */
  readonly startedMs: number
  readonly why: string
}

/** A start is to end by itself. */
export interface TargetAsk {
  readonly atMs: number
  readonly connectorId: string
  readonly target: Target
}

/** What was asked of this terminal. What comes later at a connector takes the place of what was before. */
export interface Asked {
  readonly stops: readonly StopAsk[]
  readonly targets: readonly TargetAsk[]
  /** The starts, each with its connector and time. */
  readonly starts: readonly { connectorId: string; atMs: number }[]
  readonly elsewhere: Elsewhere
}

/** Two minutes, and what a stop takes until it is seen. */
const STOPPED_WITHIN_MS = 130_000
/** Two readings, each seen at the next refresh, one that was impossible between them, and the stop. */
const TARGET_WITHIN_MS = 90_000

/** Stops that were asked for and did not come, though nothing stood in their way. Pure. */
export function lostStops(
  { atMs, metered, connectors, calmMs }: Glimpse,
  { stops, starts, elsewhere }: Asked,
): Finding[] {
  return stops.flatMap((ask) => {
    if (!ask.isTaken) return []
    const running =
      ask.transactionId === null
        ? begunBy(ask.startedMs, ask.connectorId, metered, { starts, elsewhere })
        : { transactionId: ask.transactionId, startedMs: 0 }
    const runs = connectors.some(
      ({ id, session }) =>
        id === ask.connectorId && session?.transactionId === running?.transactionId,
    )
    if (!running || !runs) return []
    const forMs = Math.min(atMs - Math.max(ask.atMs, running.startedMs), calmMs)
    if (forMs <= STOPPED_WITHIN_MS) return []
    const what = `${running.transactionId} at ${ask.connectorId}`
    return [{ about: what, words: `${what} runs on: ${ask.why} ${String(atMs - ask.atMs)} ms ago` }]
  })
}

/** Targets that were reached, and the charge goes on. */
export interface TargetWatch {
  look(glimpse: Glimpse, asked: Asked): Finding[]
}

export function watchTargets(): TargetWatch {
  const reachedMs = new Map<string, number>()
  return {
    look({ atMs, metered, calmMs }, { targets, starts, elsewhere }) {
      return targets.flatMap((ask) => {
        const { connectorId, target } = ask
        const session = begunBy(ask.atMs, connectorId, metered, { starts, elsewhere })
        if (!session || session.endedMs !== null || !isReached(target, session, atMs)) return []
        const { transactionId: id } = session
        const sinceMs = reachedMs.get(id) ?? atMs
        reachedMs.set(id, sinceMs)
        if (Math.min(atMs - sinceMs, calmMs) <= TARGET_WITHIN_MS) return []
        return [{ about: id, words: `${id} has come to ${JSON.stringify(target)} and goes on` }]
      })
    },
  }
}

/** Who was wronged by a stop that has left: `owner` or `target`; null where it was in order. Pure. */
export function wrongStop(
  transaction: string,
  { atMs, metered, connectors }: Pick<Glimpse, 'atMs' | 'metered' | 'connectors'>,
  { stops, starts, targets, elsewhere }: Asked,
): { kind: 'owner' | 'target'; finding: Finding } | null {
  const session = metered.find(
    ({ sessionId, transactionId }) => sessionId === transaction || transactionId === transaction,
  )
  const transactionId = session?.transactionId ?? transaction
  const connectorId =
    session?.connectorId ??
    connectors.find((each) => each.session?.transactionId === transactionId)?.id
  // What does not run, nobody loses.
  if (connectorId === undefined) return null
  const isWanted = stops.some((ask) =>
    ask.transactionId === null
      ? ask.connectorId === connectorId && (!session || !isElsewhere(session, elsewhere))
      : ask.transactionId === transactionId,
  )
  if (isWanted) return null
  const target = targets.findLast(
    (ask) =>
      session !== undefined &&
      begunBy(ask.atMs, ask.connectorId, metered, { starts, elsewhere }) === session,
  )?.target
  if (session && target && isReached(target, session, atMs)) return null
  const words = target
    ? `${transactionId} was stopped before it came to ${JSON.stringify(target)}`
    : `${transactionId} was stopped, and nobody had asked for it`
  return { kind: target ? 'target' : 'owner', finding: { about: `stop ${transactionId}`, words } }
}

export function isReached(target: Target, session: MeteredSession, atMs: number): boolean {
  const { energyWh, socPercent, startedMs } = session
  if (target.kind === 'energy') return energyWh >= target.energyKWh * 1000
  if (target.kind === 'charge') return (socPercent ?? 0) >= target.percent
  return atMs >= startedMs + target.minutes * 60_000
}

/** The session of the start that was asked for here at that time, unless another came after it. */
function begunBy(
  startMs: number,
  connectorId: string,
  metered: readonly MeteredSession[],
  { starts, elsewhere }: Pick<Asked, 'starts' | 'elsewhere'>,
): MeteredSession | undefined {
  if (starts.some((start) => start.connectorId === connectorId && start.atMs > startMs)) return
  return metered.find(
    (session) =>
      session.connectorId === connectorId &&
      session.startedMs >= startMs &&
      !isElsewhere(session, elsewhere),
  )
}
