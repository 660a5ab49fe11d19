import type { Pursuit } from './pursuit.ts'
import type { Sessions } from './sessions.ts'
import type { Starts } from './starts.ts'

/** Stops the sessions that began although their start was cancelled. */
export function stopUnwanted(deps: {
  starts: Starts
  sessions: Sessions
  pursuit: Pick<Pursuit, 'begin'>
}): void {
  const { starts, sessions, pursuit } = deps
  for (const { startId, sessionId } of starts.unwanted()) {
    if (sessions.get(sessionId)?.isOver ?? true) continue
    pursuit.begin({ sessionId, reason: `cancelled:${startId}` })
  }
  for (const startId of starts.unwantedOwnCards()) {
    pursuit.begin({ sessionId: startId, reason: `cancelled:${startId}` })
  }
}
