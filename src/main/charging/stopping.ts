import { CommandError, failureOf } from '#main/errors.ts'
import type { ChargingApi } from './charging-api.ts'
import { commandFailure } from './command-failure.ts'
import type { Guests } from './guests.ts'
import type { Sessions } from './sessions.ts'
import type { KnownConnector } from './start-gate.ts'
import type { Stops } from './stops.ts'

/** The starts by guests' own cards, as far as stopping them goes. */
export interface OwnCardStarts {
  /** What `remoteStop` takes for it; null when it is no such start, or has none. */
  rfidTransaction(startId: string): string | null
  /** The same card was scanned again, and its guest has not left. */
  isCardClaimed(startId: string): boolean
}

export interface StopRequest {
  /** A session's id, or that of a start by own card. */
  readonly sessionId: string
  readonly requestId: string
}

/**
 * Stops what the guest has shown to be theirs. A session's stop is told by the session; for a start
 * by own card, whose session is not ours to see, it resolves once the stop was answered. Throws a
 * CommandError, `not-claimed` above all; then nothing was sent, or the station refused.
 */
export function createStopping(deps: {
  sessions: Pick<Sessions, 'get'>
  stops: Pick<Stops, 'request' | 'refusal'>
  guests: Pick<Guests, 'assertClaimed'>
  ownCards: OwnCardStarts
  api: Pick<ChargingApi, 'chargelog'>
  connector(id: string): KnownConnector | null
  isClosed(): boolean
  /** Staff are at the desk: they need no card. */
  isDesk(): boolean
}): (request: StopRequest) => Promise<void> {
  const { sessions, stops, guests, ownCards, api } = deps

  const transactionOf = async (sessionId: string, known: string | null): Promise<string> => {
    const transaction = known ?? (await api.chargelog(sessionId))?.sessionId ?? null
    if (transaction !== null) return transaction
    throw new CommandError(failureOf('unexpected-answer', 'The session has no id to stop it by.'))
  }

  const stopOwnCard = async (request: StopRequest, transaction: string): Promise<void> => {
    if (!deps.isDesk() && !ownCards.isCardClaimed(request.sessionId)) {
      throw new CommandError(failureOf('not-claimed', 'The card was not scanned again.'))
    }
    stops.request({ ...request, transaction })
    const failure = await stops.refusal(request.sessionId)
    if (failure) throw new CommandError(failure)
  }

  return async (request) => {
    const transaction = ownCards.rfidTransaction(request.sessionId)
    if (transaction !== null) return stopOwnCard(request, transaction)
    const { sessionId, requestId } = request
    const session = sessions.get(sessionId)
    if (!session) throw new CommandError(failureOf('session-gone', 'No such session here.'))
    guests.assertClaimed(sessionId)
    if (session.isOver) return
    if (deps.connector(session.log.connectorId)?.freshness !== 'live') {
      throw new CommandError(failureOf('connector-late', 'The session is not known to be live.'))
    }
    try {
      const known = await transactionOf(sessionId, session.log.sessionId)
      if (!deps.isClosed()) stops.request({ sessionId, transaction: known, requestId })
    } catch (error) {
      throw commandFailure(error)
    }
  }
}
