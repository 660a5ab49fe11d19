import type { Clock } from '#common/clock.ts'
import type { Failure } from '#contract/errors.ts'
import { createEndCounts, type EndCount } from '#main/core/end-counts.ts'
import { createKeyedTimers } from '#main/core/keyed-timers.ts'
import { failureOf } from '#main/core/errors.ts'
import { isStopUnderWay, type StopRecord } from '#main/charging/ledger/records.ts'
import type { StopStore } from '#main/charging/ledger/stop-store.ts'

/** What becomes of the stops that this terminal has sent, until their session has stopped. */
export interface StopOutcomes {
  /** It leaves now: without effect it has failed after a minute. */
  sent(requestId: string): void
  /** The station will stop it, and has a minute more. */
  accepted(requestId: string): void
  failed(requestId: string, failure: Failure): void
  /** Nobody knows whether it arrived: it may take effect, but another may be sent at once. */
  lost(requestId: string): void
  /** Another stop takes its place. */
  replaced(requestId: string): void
  /** The session has stopped. */
  ended(sessionId: string): void
  /** It goes on after all; returns whether a stop was thought to have ended it. */
  resumed(sessionId: string): boolean
  isUnderWay(requestId: string): boolean
  /** Its answer or its effect is awaited. */
  isAwaited(record: StopRecord): boolean
  /** How stops have ended since the launch; each try counts. */
  ends(): readonly EndCount[]
  close(): void
}

/** An accepted stop without effect has failed after this time: the next one follows. */
export const SILENCE_MS = 60_000

interface StopOutcomesDeps {
  store: StopStore
  clock: Clock
  isClosed(): boolean
  changed(): void
}

export function createStopOutcomes(deps: StopOutcomesDeps): StopOutcomes {
  const { store, clock } = deps
  /** Sent, and the answer is lost. */
  const uncertain = new Set<string>()
  const timers = createKeyedTimers(clock)
  const ends = createEndCounts<'stopped' | 'failed'>()

  const note = (requestId: string, change: Partial<StopRecord>): void => {
    const changed = deps.isClosed() ? undefined : store.note(requestId, change)
    if (changed && !isStopUnderWay(changed)) timers.cancel(requestId)
  }
  const failed = (requestId: string, failure: Failure): void => {
    note(requestId, { state: 'failed', failure })
    ends.add('failed', failure.code)
    deps.changed()
  }
  const awaitEffect = (requestId: string, delayMs = SILENCE_MS): void => {
    timers.set(requestId, delayMs, () => {
      failed(requestId, notHeeded())
    })
  }

  // Nobody knows what became of those that were under way when the terminal ended.
  for (const record of store.all().filter(isStopUnderWay)) {
    uncertain.add(record.requestId)
    awaitEffect(record.requestId, record.requestedAtMs + SILENCE_MS - clock.now())
  }

  return {
    sent: awaitEffect,
    accepted(requestId) {
      note(requestId, { state: 'accepted' })
      awaitEffect(requestId)
    },
    failed,
    lost: (requestId) => void uncertain.add(requestId),
    replaced(requestId) {
      note(requestId, { state: 'failed' })
    },
    ended(sessionId) {
      const asked = store.of(sessionId)
      const last = asked.at(-1)
      if (last && last.state !== 'done') ends.add('stopped')
      for (const { requestId } of asked) {
        uncertain.delete(requestId)
        if (requestId === last?.requestId) note(requestId, { state: 'done', failure: null })
        else timers.cancel(requestId)
      }
    },
    resumed(sessionId) {
      const ended = store.of(sessionId).filter(({ state }) => state === 'done')
      for (const { requestId } of ended) note(requestId, { state: 'failed', failure: notHeeded() })
      return ended.length > 0
    },
    isUnderWay(requestId) {
      const record = deps.isClosed() ? undefined : store.get(requestId)
      return record !== undefined && isStopUnderWay(record)
    },
    isAwaited: (record) => isStopUnderWay(record) && !uncertain.has(record.requestId),
    ends: ends.list,
    close: timers.cancelAll,
  }
}

const notHeeded = (): Failure =>
  failureOf('timed-out', 'The stop was sent, but the session goes on.')
