import { CommandError } from '#main/errors.ts'
import type { Log } from '#main/log.ts'
import type { Clock } from '#common/clock.ts'
import type { Sessions } from './sessions.ts'
import type { Starts } from './starts.ts'
import type { Stops } from './stops.ts'

/** A station that refuses to stop what nobody wants is asked again, but not for ever. */
const PAUSE_MS = 30_000
const MOST_TRIES = 5

/** Stops the sessions that began although their start was cancelled. */
export function stopUnwanted(deps: {
  starts: Starts
  sessions: Sessions
  stops: Stops
  clock: Clock
  log: Log
}): void {
  const { starts, sessions, stops, clock, log } = deps
  for (const { startId, sessionId } of starts.unwanted()) {
    const session = sessions.get(sessionId)
    if (!session || session.isOver || session.log.sessionId === null) continue
    const asked = stops.history(sessionId)
    const last = asked.at(-1)
    const isUnderWay = last !== undefined && last.state !== 'failed'
    if (isUnderWay || asked.length >= MOST_TRIES) continue
    if (last && clock.now() - last.requestedAtMs < PAUSE_MS) continue
    const requestId = `cancelled:${startId}:${String(asked.length + 1)}`
    try {
      stops.request({ sessionId, transaction: session.log.sessionId, requestId })
      log.info({ startId, sessionId, tries: asked.length + 1 }, 'stopping a cancelled start')
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      log.error({ startId, sessionId, error: String(error) }, 'a cancelled start runs on')
    }
  }
}
