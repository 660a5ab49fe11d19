import type { Clock } from '#common/clock.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import { chargelogReading } from '#main/site/readings.ts'
import type { ChargelogReading } from '#main/site/reading.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import { commandFailure } from '#main/platform/command-failure.ts'
import type { EndedSession, GuestStore } from '#main/charging/ledger/guest-store.ts'
import type { Guests } from './guests.ts'
import type { Sessions } from './sessions.ts'
import { sessionStatus } from '#main/charging/api/status-words.ts'

/** The way back to a summary that is not shown any more: within the hour, once, by the stop code. */
export interface Reopening {
  /** Until when a summary can be opened again (epoch ms), by connector. */
  open(): ReadonlyMap<string, number>
  /** A charge has ended here: from now on it can be opened again. */
  ended(log: ChargelogReading): void
  /** It goes on: there is no summary of it yet. */
  resumed(sessionId: string): void
  /**
   * Claims the session at this connector that the code opens, and asks for its summary again. Throws a
   * CommandError: `session-gone` when none ended within the hour, `wrong-code`, `too-many-tries`.
   */
  reopen(connectorId: string, code: string): Promise<{ sessionId: string }>
  /** The summary was printed: one that had been opened again is not opened a third time. */
  printed(sessionId: string): void
}

export const REOPENED_WITHIN_MS = 3_600_000

export function createReopening(deps: {
  store: GuestStore
  api: Pick<ChargingApi, 'chargelog'>
  guests: Pick<Guests, 'claimOneOf'>
  sessions: Pick<Sessions, 'get' | 'reopen'>
  clock: Clock
  log: Log
  /** The platform's clock less ours (ms). */
  skewMs(): number
  changed(): void
}): Reopening {
  const { store, api, guests, sessions, clock, log } = deps
  const reopened = new Set<string>()

  /** What the ledger keeps, read once: the live model is made far more often than it changes. */
  let kept = store.ended()
  const openNow = (): EndedSession[] => {
    const sinceMs = clock.now() - REOPENED_WITHIN_MS
    return kept.filter(({ endedAtMs, reprinted }) => endedAtMs >= sinceMs && !reprinted)
  }
  const endedAt = (connectorId: string): EndedSession[] =>
    openNow().filter((each) => each.connectorId === connectorId)
  const gone = (): CommandError =>
    new CommandError(failureOf('session-gone', 'No session ended here within the hour.'))

  const bringBack = async (sessionId: string): Promise<void> => {
    if (sessions.get(sessionId)) return
    const parts = await api.chargelog(sessionId)
    if (!parts || sessionStatus(parts.status) !== 'stopped') throw gone()
    sessions.reopen(chargelogReading(parts, deps.skewMs()))
  }

  return {
    open() {
      const oldestFirst = openNow().toSorted((one, other) => one.endedAtMs - other.endedAtMs)
      return new Map(
        oldestFirst.map(({ connectorId, endedAtMs }) => [
          connectorId,
          endedAtMs + REOPENED_WITHIN_MS,
        ]),
      )
    },
    ended({ id, connectorId }) {
      try {
        const nowMs = Math.round(clock.now())
        store.forgetEnded(nowMs - REOPENED_WITHIN_MS)
        const reprinted = false
        store.saveEnded({ sessionId: id, connectorId, endedAtMs: nowMs, reprinted })
        kept = store.ended()
        const known = new Set(kept.map(({ sessionId }) => sessionId))
        for (const each of reopened) if (!known.has(each)) reopened.delete(each)
      } catch (error) {
        log.error({ sessionId: id, error: String(error) }, 'an ended session is not kept')
      }
    },
    resumed(sessionId) {
      if (!kept.some((each) => each.sessionId === sessionId)) return
      reopened.delete(sessionId)
      try {
        store.removeEnded(sessionId)
        kept = store.ended()
      } catch (error) {
        log.error({ sessionId, error: String(error) }, 'an ended session is not forgotten')
      }
    },
    async reopen(connectorId, code) {
      const ids = endedAt(connectorId).map(({ sessionId }) => sessionId)
      if (ids.length === 0) throw gone()
      const sessionId = await guests.claimOneOf(ids, `connector:${connectorId}`, code)
      try {
        await bringBack(sessionId)
      } catch (error) {
        throw commandFailure(error)
      }
      reopened.add(sessionId)
      deps.changed()
      return { sessionId }
    },
    printed(sessionId) {
      if (!reopened.delete(sessionId)) return
      const ended = kept.find((each) => each.sessionId === sessionId)
      if (!ended) return
      store.saveEnded({ ...ended, reprinted: true })
      kept = store.ended()
      deps.changed()
    },
  }
}
