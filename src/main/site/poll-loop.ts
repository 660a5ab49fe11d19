import type { Clock } from '#common/clock.ts'

/** Runs one refresh at a time, and the next one after a pause. */
export interface PollLoop {
  /** Now, or right after the one that is under way. */
  now(): void
  /** Now, unless one is under way; one that has taken this long (ms) gives way. */
  afresh(givesWayAfterMs: number): void
  /** The next one follows without a pause. */
  again(): void
  close(): void
}

export function createPollLoop(deps: {
  clock: Clock
  /** Nothing ever runs. */
  isOff: boolean
  /** One refresh, which must not reject. Where `signal` ends it, another one has taken its place. */
  run(signal: AbortSignal): Promise<void>
  /** The pause after a refresh that took so long (ms of the clock). */
  pauseMs(lastTookMs: number): number
}): PollLoop {
  const { clock } = deps
  let running: { abort: AbortController; sinceMs: number } | null = null
  let isWantedAgain = false
  let cancelTimer = (): void => undefined
  let isClosed = deps.isOff

  const runOnce = async (): Promise<void> => {
    cancelTimer()
    const mine = { abort: new AbortController(), sinceMs: clock.now() }
    running = mine
    await deps.run(mine.abort.signal)
    if (mine.abort.signal.aborted) return
    running = null
    if (isClosed) return
    const delayMs = isWantedAgain ? 0 : deps.pauseMs(clock.now() - mine.sinceMs)
    isWantedAgain = false
    cancelTimer = clock.setTimer(delayMs, () => void runOnce())
  }

  const now = (): void => {
    if (isClosed) return
    if (running) isWantedAgain = true
    else void runOnce()
  }

  return {
    now,
    afresh(givesWayAfterMs) {
      isWantedAgain = false
      if (running && clock.now() - running.sinceMs >= givesWayAfterMs) {
        running.abort.abort(new Error('gave way to a new refresh'))
        running = null
      }
      if (running === null) now()
    },
    again() {
      isWantedAgain = true
    },
    close() {
      isClosed = true
      cancelTimer()
      running?.abort.abort(new Error('closing'))
    },
  }
}
