import type { Clock } from '#common/clock.ts'
import { CommandError } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import { lateAfterMs } from '#main/site/pace.ts'
import type { SiteReading } from '#main/site/reading.ts'
import { reportedState } from '#main/site/state.ts'
import { isSilentState } from './closings.ts'
import type { StopRecord } from '#main/charging/ledger/records.ts'
import type { Sessions } from '#main/charging/sessions/sessions.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import type { Stops } from './stops.ts'

/** Repeats a stop until the session has ended, no matter who asked for it first. */
export interface StopRetries {
  /**
   * The terminal wants it stopped. `sessionId`: a session's, or that of a start by own card; `reason`
   * names why in the ledger.
   */
  begin(wanted: { sessionId: string; reason: string }): void
  /** A refresh was taken in: what has ended, and which stations came back, is known. */
  take(reading: Pick<SiteReading, 'atMs' | 'connectors'>): void
  /** It goes on although a stop was thought to have ended it: the next one leaves at once. */
  hurry(sessionId: string): void
  /** A stop was answered, or not heeded. */
  look(): void
  /** What goes on although a stop was asked for a minute ago. */
  unheeded(): string[]
  close(): void
}

/** With the longest pause a station that is able again is asked within two minutes, a lost answer included. */
const FIRST_PAUSE_MS = 15_000
const GROWTH = 1.5
const LONGEST_PAUSE_MS = 75_000

export function createStopRetries(deps: {
  stops: Stops
  sessions: Pick<Sessions, 'get'>
  startStore: StartStore
  clock: Clock
  log: Log
}): StopRetries {
  const { stops, sessions, startStore, clock, log } = deps
  /** The pause after a session's last try. */
  const pauses = new Map<string, { after: string; cancel: () => void }>()
  /** Tried at the next look. What a launch finds in the ledger is, once a refresh says that it goes on. */
  const due = new Set(stops.open())
  const silent = new Set<string>()
  let takenAtMs: number | null = null

  /** Where it goes on; null when it does not, as far as is known. */
  const connectorOf = (sessionId: string): string | null => {
    const session = sessions.get(sessionId)
    if (session) return session.isOver ? null : session.log.connectorId
    const start = startStore.get(sessionId)
    const isCharging = start?.step === 'charging' && start.endedAtMs === null
    return isCharging && start.transaction !== null ? start.connectorId : null
  }
  const goingOn = (): string[] => stops.open().filter((id) => connectorOf(id) !== null)

  const send = (sessionId: string, requestId: string): void => {
    try {
      stops.request({ sessionId, requestId })
      log.info({ sessionId, requestId }, 'stopping by itself')
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      log.error(
        { sessionId, requestId, error: String(error) },
        'a session runs on that should stop',
      )
    }
  }

  const endPause = (sessionId: string): void => {
    pauses.get(sessionId)?.cancel()
    pauses.delete(sessionId)
  }

  const pause = (sessionId: string, last: StopRecord, nth: number): void => {
    if (pauses.get(sessionId)?.after === last.requestId) return
    endPause(sessionId)
    const pauseMs = pauseAfter(nth)
    const leftMs = Math.min(pauseMs, last.requestedAtMs + pauseMs - clock.now())
    const cancel = clock.setTimer(leftMs, () => {
      pauses.delete(sessionId)
      due.add(sessionId)
      look()
    })
    pauses.set(sessionId, { after: last.requestId, cancel })
  }

  const tryOn = (sessionId: string): void => {
    const last = stops.history(sessionId).at(-1)
    const isDue = due.delete(sessionId)
    if (!last || stops.isAwaited(sessionId)) return
    const { reason, nth } = tryOf(last)
    if (!isDue) {
      pause(sessionId, last, nth)
      return
    }
    endPause(sessionId)
    send(sessionId, `${reason}:${String(nth + 1)}`)
  }

  const look = (): void => {
    // Before the first refresh nobody knows what goes on.
    if (takenAtMs === null) return
    const open = goingOn()
    for (const sessionId of [...pauses.keys()]) if (!open.includes(sessionId)) endPause(sessionId)
    for (const sessionId of open) tryOn(sessionId)
  }

  const takeStations = ({ atMs, connectors }: Pick<SiteReading, 'atMs' | 'connectors'>): void => {
    const wasAway = takenAtMs !== null && atMs - takenAtMs > lateAfterMs(clock)
    takenAtMs = atMs
    const back = new Set<string>()
    for (const connector of connectors) {
      const isSilent = isSilentState(reportedState(connector))
      if (isSilent) silent.add(connector.id)
      else if (silent.delete(connector.id) || wasAway) back.add(connector.id)
    }
    for (const sessionId of pauses.keys()) {
      if (back.has(connectorOf(sessionId) ?? '')) due.add(sessionId)
    }
  }

  return {
    begin({ sessionId, reason }) {
      if (!stops.isOpen(sessionId)) send(sessionId, `${reason}:1`)
    },
    take(reading) {
      takeStations(reading)
      look()
    },
    hurry(sessionId) {
      due.add(sessionId)
    },
    look,
    unheeded: () => goingOn().filter((id) => stops.isUnheeded(id)),
    close() {
      for (const sessionId of [...pauses.keys()]) endPause(sessionId)
    },
  }
}

const pauseAfter = (nth: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * GROWTH ** (nth - 1))

/** The terminal's own tries are journalled as `<reason>:<number>`; what somebody asked for is the first of its own. */
function tryOf({ requestId }: StopRecord): { reason: string; nth: number } {
  const own = /^((?:target|cancelled|asked):.+):(\d+)$/.exec(requestId)
  return { reason: own?.[1] ?? `asked:${requestId}`, nth: Number(own?.[2] ?? 1) }
}
