import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/log.ts'
import { stopByItself } from './auto-stop.ts'
import type { Sessions } from './sessions.ts'
import type { Starts } from './starts.ts'
import type { Stops } from './stops.ts'

/** Stops the sessions that began although their start was cancelled. */
export function stopUnwanted(deps: {
  starts: Starts
  sessions: Sessions
  stops: Stops
  clock: Clock
  log: Log
}): void {
  const { starts, sessions } = deps
  for (const { startId, sessionId } of starts.unwanted()) {
    const session = sessions.get(sessionId)
    if (!session || session.isOver || session.log.sessionId === null) continue
    const transaction = session.log.sessionId
    stopByItself({ sessionId, transaction, reason: `cancelled:${startId}` }, deps)
  }
  for (const { id, transaction } of starts.unwantedOwnCards()) {
    stopByItself({ sessionId: id, transaction, reason: `cancelled:${id}` }, deps)
  }
}
