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

/** A clock whose hands can be moved; `onJump` tells those who extrapolate from it (the renderer). */
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

interface Timer {
  dueMs: number
  order: number
  run: () => void
}

/** A difference from the machine's time that is not worth a jump. */
const DRIFT_ALLOWED_MS = 1_000
const LONGEST_REAL_TIMEOUT_MS = 2 ** 31 - 1

/**
 * Makes a clock that starts at `startMs` (default: the machine's time) and runs at `speed`
 * (default 1). With `speed: 0` only `advance` moves it.
 */
export function createClock(options: { startMs?: number; speed?: number } = {}): AdjustableClock {
  let speed = options.speed ?? 1
  let anchorMs = options.startMs ?? Date.now()
  let anchorRealMs = performance.now()
  let nextOrder = 0
  let wake: NodeJS.Timeout | undefined
  const timers = new Set<Timer>()
  const jumpListeners = new Set<() => void>()

  const now = (): number => anchorMs + (performance.now() - anchorRealMs) * speed

  const moveTo = (timeMs: number): void => {
    anchorMs = timeMs
    anchorRealMs = performance.now()
  }

  const earliest = (): Timer | undefined => {
    let first: Timer | undefined
    for (const timer of timers) {
      if (!first || timer.dueMs < first.dueMs) first = timer
      else if (timer.dueMs === first.dueMs && timer.order < first.order) first = timer
    }
    return first
  }

  const fireDue = (): void => {
    for (let timer = earliest(); timer && timer.dueMs <= now(); timer = earliest()) {
      timers.delete(timer)
      timer.run()
    }
    schedule()
  }

  const schedule = (): void => {
    clearTimeout(wake)
    wake = undefined
    const timer = earliest()
    if (!timer || speed === 0) return
    const realMs = Math.max(0, (timer.dueMs - now()) / speed)
    wake = setTimeout(fireDue, Math.min(Math.ceil(realMs), LONGEST_REAL_TIMEOUT_MS))
  }

  const setTimer = (delayMs: number, run: () => void): (() => void) => {
    const timer: Timer = { dueMs: now() + Math.max(0, delayMs), order: nextOrder++, run }
    timers.add(timer)
    schedule()
    return () => {
      if (timers.delete(timer)) schedule()
    }
  }

  return {
    get speed() {
      return speed
    },
    now,
    setTimer,
    sleep: (delayMs, signal) => sleepOn(setTimer, delayMs, signal),
    async advance(deltaMs) {
      const targetMs = now() + deltaMs
      for (let timer = earliest(); timer && timer.dueMs <= targetMs; timer = earliest()) {
        moveTo(Math.max(now(), timer.dueMs))
        fireDue()
        await settle()
      }
      moveTo(Math.max(now(), targetMs))
      fireDue()
      for (const listener of jumpListeners) listener()
    },
    setSpeed(newSpeed) {
      moveTo(now())
      speed = newSpeed
      schedule()
      for (const listener of jumpListeners) listener()
    },
    followMachine() {
      const driftMs = Date.now() - now()
      if (speed !== 1 || Math.abs(driftMs) < DRIFT_ALLOWED_MS) return
      moveTo(now() + driftMs)
      // Set back, timers must not wait for the old time to come again.
      if (driftMs < 0) for (const timer of timers) timer.dueMs += driftMs
      fireDue()
      for (const listener of jumpListeners) listener()
    },
    onJump(listener) {
      jumpListeners.add(listener)
      return () => jumpListeners.delete(listener)
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
