import type { Clock } from '#common/clock.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import { chargelogReading } from '#main/site/readings.ts'
import type { ChargelogReading } from '#main/site/reading.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import { commandFailure } from '#main/platform/command-failure.ts'
import type { GuestStore } from '#main/charging/ledger/guest-store.ts'
import { createEndedSessions, REOPENED_WITHIN_MS } from './ended-sessions.ts'
import type { Guests } from './guests.ts'
import type { Sessions } from './sessions.ts'
import { sessionStatus } from '#main/charging/api/status-words.ts'

/** The way back to a summary that is not shown any more: within a day, once, by the stop code. */
export interface Reopening {
  /** Until when a summary can be opened again (epoch ms), by connector. */
  open(): ReadonlyMap<string, number>
  /** A charge has ended here: from now on it can be opened again. */
  ended(log: ChargelogReading): void
  /** It goes on: there is no summary of it yet. */
  resumed(sessionId: string): void
  /**
   * Claims the session at this connector that the code opens, and asks for its summary again. Throws a
   * CommandError: `session-gone` when none ended within a day, `wrong-code`, `too-many-tries`.
   */
  reopen(connectorId: string, code: string): Promise<{ sessionId: string }>
  /** The summary was printed: one that had been opened again is not opened a third time. */
  printed(sessionId: string): void
}

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
  const { api, guests, sessions } = deps
  const recent = createEndedSessions(deps)
  const reopened = new Set<string>()

  const bringBack = async (sessionId: string): Promise<void> => {
    if (sessions.get(sessionId)) return
    const parts = await api.chargelog(sessionId)
    if (!parts || sessionStatus(parts.status) !== 'stopped') throw gone()
    sessions.reopen(chargelogReading(parts, deps.skewMs()))
  }

  return {
    open() {
      const oldestFirst = recent.open().toSorted((one, other) => one.endedAtMs - other.endedAtMs)
      return new Map(
        oldestFirst.map(({ connectorId, endedAtMs }) => [
          connectorId,
          endedAtMs + REOPENED_WITHIN_MS,
        ]),
      )
    },
    ended(log) {
      recent.add(log)
      for (const id of reopened) if (!recent.has(id)) reopened.delete(id)
    },
    resumed(sessionId) {
      if (!recent.has(sessionId)) return
      reopened.delete(sessionId)
      recent.remove(sessionId)
    },
    async reopen(connectorId, code) {
      const here = recent.open().filter((each) => each.connectorId === connectorId)
      const ids = here.map(({ sessionId }) => sessionId)
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
      if (!reopened.delete(sessionId) || !recent.has(sessionId)) return
      recent.printed(sessionId)
      deps.changed()
    },
  }
}

const gone = (): CommandError =>
  new CommandError(failureOf('session-gone', 'No session ended here within a day.'))
