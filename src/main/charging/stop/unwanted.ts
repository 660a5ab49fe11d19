import type { StopRetries } from './stop-retries.ts'
import type { Sessions } from '#main/charging/sessions/sessions.ts'
import type { FollowedStarts } from '#main/charging/start/followed-starts.ts'

/** Stops the sessions that began although their start was cancelled. */
export function stopUnwanted(deps: {
  starts: FollowedStarts
  sessions: Sessions
  stopRetries: Pick<StopRetries, 'begin'>
}): void {
  const { starts, sessions, stopRetries } = deps
  for (const { startId, sessionId } of starts.unwanted()) {
    if (sessions.get(sessionId)?.isOver ?? true) continue
    stopRetries.begin({ sessionId, reason: `cancelled:${startId}` })
  }
  for (const startId of starts.unwantedOwnCards()) {
    stopRetries.begin({ sessionId: startId, reason: `cancelled:${startId}` })
  }
}
