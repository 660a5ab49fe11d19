import type { Clock } from '#common/clock.ts'
import type { ConnectorState } from '#contract/site.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { Ledger } from '#main/charging/ledger/ledger.ts'
import type { ClosedBy, StartRecord } from '#main/charging/ledger/records.ts'
import type { Sessions } from '#main/charging/sessions/sessions.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import type { KnownConnector } from '#main/charging/api/known-connector.ts'
import { isOpenStep } from '#main/charging/ledger/start-steps.ts'
import type { Stops } from './stops.ts'

/** Something that may be closed, and what closes it. */
export interface ReadyClosing {
  readonly connectorId: string
  /** On disk when it returns; throws a CommandError `storage`. */
  close(by: string): void
}

/**
 * What staff closed because nobody answers for it. Nothing is sent and nothing hidden: it only keeps
 * its connector no more, and the station's own status is shown there.
 */
export interface Closings {
  of(sessionId: string): ClosedBy | null
  /**
   * Throws a CommandError: `not-found` or `session-gone`, and `invalid` for what can still be
   * cancelled or stopped.
   */
  closing(what: 'start' | 'session', id: string): ReadyClosing
  /** The platform has ended it. */
  ended(sessionId: string): void
}

/** In these the station does not answer, as far as the platform knows. */
const silent: ReadonlySet<ConnectorState> = new Set(['unavailable', 'out-of-order', 'unknown'])

export const isSilentState = (reported: ConnectorState): boolean => silent.has(reported)

export function createClosings(deps: {
  ledger: Ledger
  startStore: StartStore
  sessions: Pick<Sessions, 'get'>
  stops: Pick<Stops, 'of'>
  connector(id: string): KnownConnector | null
  clock: Clock
  log: Log
  changed(): void
}): Closings {
  const { ledger, startStore, sessions, stops, clock, log } = deps
  const closed = ledger.closings()
  const markOf = (by: string): ClosedBy => ({ by, atMs: Math.round(clock.now()) })

  const closingStart = (id: string): ReadyClosing => {
    const { connectorId } = closable(startStore.get(id))
    return {
      connectorId,
      close(by) {
        const current = startStore.get(id)
        if (current)
          startStore.commit({ ...current, closed: current.closed ?? markOf(by), left: true })
        deps.changed()
      },
    }
  }

  const closingSession = (id: string): ReadyClosing => {
    const session = sessions.get(id)
    if (!session || session.isOver) {
      throw new CommandError(failureOf('session-gone', 'No such session here.'))
    }
    const { connectorId } = session.log
    const isDeaf = isSilent(deps.connector(connectorId)) || stops.of(id)?.state === 'failed'
    if (!isDeaf && !session.isLost) {
      throw new CommandError(failureOf('invalid', 'It can be stopped.'))
    }
    return {
      connectorId,
      close(by) {
        const mark = closed.get(id) ?? markOf(by)
        ledger.saveClosing(id, mark)
        closed.set(id, mark)
        deps.changed()
      },
    }
  }

  return {
    of: (sessionId) => closed.get(sessionId) ?? null,
    closing: (what, id) => (what === 'start' ? closingStart(id) : closingSession(id)),
    ended(sessionId) {
      if (!closed.delete(sessionId)) return
      try {
        ledger.removeClosing(sessionId)
      } catch (error) {
        log.error({ sessionId, error: String(error) }, 'a closing is not forgotten')
      }
    },
  }
}

/** A start that nobody can cancel any more: it was cancelled already, or what became of it is unknown. */
function closable(record: StartRecord | undefined): StartRecord {
  if (!record) throw new CommandError(failureOf('not-found', 'No such start.'))
  const { step, cancelled } = record
  const isUnderWay = isOpenStep(step) && step !== 'chosen'
  if (isUnderWay && (step === 'unknown' || cancelled)) return record
  throw new CommandError(failureOf('invalid', 'It can be cancelled, or is over.'))
}

const isSilent = (connector: KnownConnector | null): boolean =>
  connector?.freshness !== 'live' || isSilentState(connector.reported?.state ?? 'free')
