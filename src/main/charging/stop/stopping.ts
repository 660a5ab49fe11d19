import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Guests } from '#main/charging/sessions/guests.ts'
import type { Sessions } from '#main/charging/sessions/sessions.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import type { Stops } from './stops.ts'

export interface StopRequest {
  /** A session's id, or that of a start by own card. */
  readonly sessionId: string
  readonly requestId: string
}

/**
 * Stops what the guest has shown to be theirs, whether it is seen just now or not. A session's stop is
 * shown with the session and retried until that has ended (stop-retries.ts); for a start
 * by own card, whose session is not ours to see, it resolves once the stop was answered. Throws a
 * CommandError, `not-claimed` above all; then nothing was sent, or the station refused.
 */
export function createStopping(deps: {
  sessions: Pick<Sessions, 'get'>
  stops: Pick<Stops, 'request' | 'refusal'>
  guests: Pick<Guests, 'assertClaimed'>
  startStore: Pick<StartStore, 'get'>
  /** The card of a start by own card was scanned again, and its guest has not left. */
  isCardClaimed(startId: string): boolean
  /** Staff are at the desk: they need no card. */
  isDesk(): boolean
}): (request: StopRequest) => Promise<void> {
  const { sessions, stops, guests, startStore } = deps

  const stopOwnCard = async (request: StopRequest): Promise<void> => {
    if (!deps.isDesk() && !deps.isCardClaimed(request.sessionId)) {
      throw new CommandError(failureOf('not-claimed', 'The card was not scanned again.'))
    }
    stops.request(request)
    const failure = await stops.refusal(request.sessionId)
    if (failure) throw new CommandError(failure)
  }

  /** Of a start by own card that can be stopped. */
  const hasOwnTransaction = (startId: string): boolean => {
    const record = startStore.get(startId)
    return record?.kind === 'rfid' && record.transaction !== null
  }

  return async (request) => {
    if (hasOwnTransaction(request.sessionId)) return stopOwnCard(request)
    const { sessionId, requestId } = request
    const session = sessions.get(sessionId)
    if (!session) throw new CommandError(failureOf('session-gone', 'No such session here.'))
    guests.assertClaimed(sessionId)
    // Then the summary is there to tell it. What was called stopped once may go on all the same.
    if (!session.isSurelyOver) stops.request({ sessionId, requestId })
  }
}
