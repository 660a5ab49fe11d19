import { createClockTimers, type Hands } from './clock-timers.ts'

/** The one source of time for main and simulator, so that tests can step it and the demo can speed it up. */
export interface Clock {
  /** Seconds of this clock per real second; 0 while it only moves by `advance`. */
  readonly speed: number
  /** Milliseconds since the Unix epoch, on this clock. */
  now(): number
  /** Runs `run` once after `delayMs` of this clock. Returns the cancel function. */
  setTimer(delayMs: number, run: () => void): () => void
  /** Resolves after `delayMs` of this clock; rejects with the signal's reason when aborted. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>
}

/** A clock whose hands can be moved; `onJump` reaches those who extrapolate from it (the page). */
export interface AdjustableClock extends Clock {
  /** Moves time forward by `deltaMs`, firing every timer on the way in order. */
  advance(deltaMs: number): Promise<void>
  setSpeed(speed: number): void
  /**
   * Takes up the machine's time again where it has gone its own way: the machine slept, or its time
   * was corrected. Does nothing at another speed than 1.
   */
  followMachine(): void
  onJump(listener: () => void): () => void
}

/** A difference from the machine's time that is not worth a jump. */
const DRIFT_ALLOWED_MS = 1_000

/**
 * Makes a clock that starts at `startMs` (default: the machine's time) and runs at `speed`
 * (default 1). With `speed: 0` only `advance` moves it.
 */
export function createClock(options: { startMs?: number; speed?: number } = {}): AdjustableClock {
  const hands = createHands(options.startMs ?? Date.now(), options.speed ?? 1)
  const timers = createClockTimers(hands)
  const jumpListeners = new Set<() => void>()
  const { now, moveTo } = hands

  const reportJump = (): void => {
    for (const listener of jumpListeners) listener()
  }

  return {
    get speed() {
      return hands.speed
    },
    now,
    setTimer: timers.set,
    sleep: (delayMs, signal) => sleepOn(timers.set, delayMs, signal),
    async advance(deltaMs) {
      const targetMs = now() + deltaMs
      for (let dueMs = timers.nextMs(); dueMs <= targetMs; dueMs = timers.nextMs()) {
        moveTo(Math.max(now(), dueMs))
        timers.fireDue()
        await settle()
      }
      moveTo(Math.max(now(), targetMs))
      timers.fireDue()
      reportJump()
    },
    setSpeed(speed) {
      hands.setSpeed(speed)
      timers.reschedule()
      reportJump()
    },
    followMachine() {
      const driftMs = Date.now() - now()
      if (hands.speed !== 1 || Math.abs(driftMs) < DRIFT_ALLOWED_MS) return
      moveTo(now() + driftMs)
      // Set back, timers must not wait for the old time to come again.
      if (driftMs < 0) timers.shift(driftMs)
      timers.fireDue()
      reportJump()
    },
    onJump(listener) {
      jumpListeners.add(listener)
      return () => jumpListeners.delete(listener)
    },
  }
}

interface MovableHands extends Hands {
  moveTo(timeMs: number): void
  /** From where they are now. */
  setSpeed(speed: number): void
}

function createHands(startMs: number, startSpeed: number): MovableHands {
  let speed = startSpeed
  let anchorMs = startMs
  let anchorRealMs = performance.now()

  const now = (): number => anchorMs + (performance.now() - anchorRealMs) * speed
  const moveTo = (timeMs: number): void => {
    anchorMs = timeMs
    anchorRealMs = performance.now()
  }
  return {
    get speed() {
      return speed
    },
    now,
    moveTo,
    setSpeed(newSpeed) {
      moveTo(now())
      speed = newSpeed
    },
  }
}

/** Lets promise chains that a fired timer resolved run before time moves on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function sleepOn(
  setTimer: Clock['setTimer'],
  delayMs: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error)
      return
    }
    const onAbort = (): void => {
      cancel()
      reject(signal?.reason as Error)
    }
    const cancel = setTimer(delayMs, () => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    })
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}
