import type { Clock } from '#common/clock.ts'
import type { Stop } from '#contract/charging.ts'
import type { Log } from '#main/core/log.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import type { Ledger } from '#main/charging/ledger/ledger.ts'
import { isStopUnderWay, type StopRecord } from '#main/charging/ledger/records.ts'
import { createStopStore } from '#main/charging/ledger/stop-store.ts'
import { createStopOutcomes, SILENCE_MS, type StopOutcomes } from './stop-outcomes.ts'
import { createStopRequests, type StopRequests } from './stop-requests.ts'
import type { Transactions } from './transactions.ts'

/** The stops that this terminal asked for, followed until the session has stopped. */
export interface Stops extends StopRequests, Pick<StopOutcomes, 'ended' | 'resumed' | 'ends'> {
  of(sessionId: string): Stop | null
  /** All that was asked for this session, oldest first. */
  history(sessionId: string): readonly StopRecord[]
  /** Everything of which a stop was asked for and whose end is not known. */
  open(): string[]
  isOpen(sessionId: string): boolean
  /** The last stop was sent, and its answer or its effect is awaited: no other is needed yet. */
  isAwaited(sessionId: string): boolean
  /** A stop was asked for a minute ago, and the session has not stopped. */
  isUnheeded(sessionId: string): boolean
  /** Somebody waits for a stop to take effect. */
  isBusy(): boolean
  close(): void
}

/** A stop that was tried more often is not hurried any more. */
const MOST_BUSY_TRIES = 3

export function createStops(deps: {
  ledger: Ledger
  api: Pick<ChargingApi, 'stop'>
  transactions: Transactions
  clock: Clock
  log: Log
  isClosed(): boolean
  changed(): void
  urgent(): void
}): Stops {
  const store = createStopStore(deps)
  const outcomes = createStopOutcomes({ ...deps, store })
  const requests = createStopRequests({ ...deps, store, outcomes })

  const lastOf = (sessionId: string): StopRecord | undefined => store.of(sessionId).at(-1)
  const isOpen = (sessionId: string): boolean => {
    const last = lastOf(sessionId)
    return last !== undefined && last.state !== 'done'
  }

  return {
    ...requests,
    of: (sessionId) => toStop(store.of(sessionId)),
    history: store.of,
    open: () => store.sessionIds().filter(isOpen),
    isOpen,
    isAwaited(sessionId) {
      const last = lastOf(sessionId)
      return last !== undefined && outcomes.isAwaited(last)
    },
    isUnheeded: (sessionId) => isUnheeded(store.of(sessionId), deps.clock.now()),
    ended: outcomes.ended,
    resumed: outcomes.resumed,
    ends: outcomes.ends,
    isBusy: () => store.sessionIds().some((id) => isHurried(store.of(id))),
    close: outcomes.close,
  }
}

/** What is shown of the stops of one session, oldest first. */
function toStop(asked: readonly StopRecord[]): Stop | null {
  const [first] = asked
  const last = asked.at(-1)
  if (!first || !last) return null
  const { requestedAtMs } = first
  const state = last.state === 'done' ? 'accepted' : last.state
  // While the next try is on its way, the last answer is why there is one.
  const failure = last.failure ?? (state === 'requested' ? asked.at(-2)?.failure : null) ?? null
  return { state, requestedAtMs, tries: asked.length, failure }
}

function isUnheeded(asked: readonly StopRecord[], nowMs: number): boolean {
  const [first] = asked
  if (!first || asked.some(({ state }) => state === 'done')) return false
  return nowMs - first.requestedAtMs >= SILENCE_MS
}

const isHurried = (asked: readonly StopRecord[]): boolean =>
  asked.length <= MOST_BUSY_TRIES && asked.some(isStopUnderWay)
