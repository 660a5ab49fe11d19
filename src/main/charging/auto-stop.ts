import type { Clock } from '#common/clock.ts'
import { CommandError } from '#main/errors.ts'
import type { Log } from '#main/log.ts'
import type { Stops } from './stops.ts'

/** A session that the terminal stops by itself. */
export interface AutoStop {
  /** The session's id, or that of a start by own card. */
  readonly sessionId: string
  readonly transaction: string
  /** Names the reason in the ledger: the same reason is journalled once a try. */
  readonly reason: string
}

/** A station that refuses is asked again, but not for ever. */
const PAUSE_MS = 30_000
const MOST_TRIES = 5

/** Asks for the stop unless one is under way, or enough were tried. On disk before it leaves. */
export function stopByItself(
  { sessionId, transaction, reason }: AutoStop,
  { stops, clock, log }: { stops: Stops; clock: Clock; log: Log },
): void {
  const asked = stops.history(sessionId)
  const last = asked.at(-1)
  const isUnderWay = last !== undefined && last.state !== 'failed'
  if (isUnderWay || asked.length >= MOST_TRIES) return
  if (last && clock.now() - last.requestedAtMs < PAUSE_MS) return
  const requestId = `${reason}:${String(asked.length + 1)}`
  try {
    stops.request({ sessionId, transaction, requestId })
    log.info({ sessionId, requestId }, 'stopping by itself')
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    log.error({ sessionId, requestId, error: String(error) }, 'a session runs on that should stop')
  }
}
