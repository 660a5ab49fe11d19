import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { EndedSession, GuestStore } from '#main/charging/ledger/guest-store.ts'

/** The sessions that ended at this site within the day, as the ledger keeps them. */
export interface EndedSessions {
  /** Those whose summary may be opened again. */
  open(): EndedSession[]
  has(sessionId: string): boolean
  /** It has ended now. Never throws: where the disk fails, it cannot be opened again. */
  add(session: Pick<EndedSession, 'connectorId'> & { readonly id: string }): void
  /** Never throws. */
  remove(sessionId: string): void
  /** Its summary was opened again and printed. Throws a CommandError `storage`. */
  printed(sessionId: string): void
}

/** A day: who comes back for a receipt has often driven in between. */
export const REOPENED_WITHIN_MS = 24 * 3_600_000

export function createEndedSessions(deps: {
  store: GuestStore
  clock: Clock
  log: Log
}): EndedSessions {
  const { store, clock, log } = deps
  /** What the ledger keeps, read once: the live model is made far more often than it changes. */
  let kept = store.ended()

  return {
    open() {
      const sinceMs = clock.now() - REOPENED_WITHIN_MS
      return kept.filter(({ endedAtMs, reprinted }) => endedAtMs >= sinceMs && !reprinted)
    },
    has: (sessionId) => kept.some((each) => each.sessionId === sessionId),
    add({ id, connectorId }) {
      try {
        const nowMs = Math.round(clock.now())
        store.forgetEnded(nowMs - REOPENED_WITHIN_MS)
        store.saveEnded({ sessionId: id, connectorId, endedAtMs: nowMs, reprinted: false })
        kept = store.ended()
      } catch (error) {
        log.error({ sessionId: id, error: String(error) }, 'an ended session is not kept')
      }
    },
    remove(sessionId) {
      try {
        store.removeEnded(sessionId)
        kept = store.ended()
      } catch (error) {
        log.error({ sessionId, error: String(error) }, 'an ended session is not forgotten')
      }
    },
    printed(sessionId) {
      const ended = kept.find((each) => each.sessionId === sessionId)
      if (!ended) return
      store.saveEnded({ ...ended, reprinted: true })
      kept = store.ended()
    },
  }
}
