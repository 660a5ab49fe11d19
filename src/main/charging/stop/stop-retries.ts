import type { Clock } from '#common/clock.ts'
import { CommandError } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { SiteReading } from '#main/site/reading.ts'
import type { StopRecord } from '#main/charging/ledger/records.ts'
import type { Sessions } from '#main/charging/sessions/sessions.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import { createHeardAgain } from './heard-again.ts'
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
  /** A stop was answered, or had no effect. */
  look(): void
  /** What goes on although a stop was asked for a minute ago. */
  unheeded(): string[]
  close(): void
}

/** With the longest pause a station that is able again is asked within two minutes, a lost answer included. */
const FIRST_PAUSE_MS = 15_000
const GROWTH = 1.5
const LONGEST_PAUSE_MS = 75_000

interface StopRetriesDeps {
  stops: Stops
  sessions: Pick<Sessions, 'get'>
  startStore: StartStore
  clock: Clock
  log: Log
}

export function createStopRetries(deps: StopRetriesDeps): StopRetries {
  const { stops, clock } = deps
  /** The pause after a session's last try. */
  const pauses = new Map<string, { after: string; cancel: () => void }>()
  /** Tried at the next look. What a launch finds in the ledger is, once a refresh says that it goes on. */
  const due = new Set(stops.open())
  const heardAgain = createHeardAgain(clock)
  const goingOn = (): string[] => stops.open().filter((id) => connectorOf(id, deps) !== null)

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
    if (isDue) {
      endPause(sessionId)
      send({ sessionId, requestId: `${reason}:${String(nth + 1)}` }, deps)
    } else pause(sessionId, last, nth)
  }

  const look = (): void => {
    if (!heardAgain.hasReading()) return
    const open = goingOn()
    for (const sessionId of [...pauses.keys()]) if (!open.includes(sessionId)) endPause(sessionId)
    for (const sessionId of open) tryOn(sessionId)
  }

  return {
    begin({ sessionId, reason }) {
      if (!stops.isOpen(sessionId)) send({ sessionId, requestId: `${reason}:1` }, deps)
    },
    take(reading) {
      const back = heardAgain.take(reading)
      for (const sessionId of pauses.keys()) {
        if (back.has(connectorOf(sessionId, deps) ?? '')) due.add(sessionId)
      }
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

/** Where it goes on; null when it does not, as far as is known. */
function connectorOf(
  sessionId: string,
  { sessions, startStore }: Pick<StopRetriesDeps, 'sessions' | 'startStore'>,
): string | null {
  const session = sessions.get(sessionId)
  if (session) return session.isOver ? null : session.log.connectorId
  const start = startStore.get(sessionId)
  const isCharging = start?.step === 'charging' && start.endedAtMs === null
  return isCharging && start.transaction !== null ? start.connectorId : null
}

/** Where the ledger cannot take it, nothing has left, and it is tried again. */
function send(
  stop: { sessionId: string; requestId: string },
  { stops, log }: Pick<StopRetriesDeps, 'stops' | 'log'>,
): void {
  try {
    stops.request(stop)
    log.info(stop, 'stopping by itself')
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    log.error({ ...stop, error: String(error) }, 'a session runs on that should stop')
  }
}

const pauseAfter = (nth: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * GROWTH ** (nth - 1))

/** The terminal's own tries are journalled as `<reason>:<number>`; what somebody asked for is the first of its own. */
function tryOf({ requestId }: StopRecord): { reason: string; nth: number } {
  const own = /^((?:target|cancelled|asked):.+):(\d+)$/.exec(requestId)
  return { reason: own?.[1] ?? `asked:${requestId}`, nth: Number(own?.[2] ?? 1) }
}
