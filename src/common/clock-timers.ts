/** Where a clock stands and how fast it runs; 0: it stands still until it is moved. */
export interface Hands {
  readonly speed: number
  now(): number
}

/** The timers of one clock. They wake by themselves while it runs. */
export interface ClockTimers {
  /** Returns the cancel function. */
  set(delayMs: number, run: () => void): () => void
  /** When the next one is due, on the clock; Infinity where there is none. */
  nextMs(): number
  /** The clock was moved: fires all that are due now, of the same time those that were set first. */
  fireDue(): void
  /** The clock runs at another speed: the next one is waited for at that. */
  reschedule(): void
  /** All are due by so much later. */
  shift(byMs: number): void
}

interface Timer {
  dueMs: number
  order: number
  run: () => void
}

const LONGEST_REAL_TIMEOUT_MS = 2 ** 31 - 1

export function createClockTimers(hands: Hands): ClockTimers {
  const timers = new Set<Timer>()
  let nextOrder = 0
  let wake: NodeJS.Timeout | undefined

  const earliest = (): Timer | undefined => {
    let first: Timer | undefined
    for (const timer of timers) if (!first || isBefore(timer, first)) first = timer
    return first
  }
  const fireDue = (): void => {
    for (let timer = earliest(); timer && timer.dueMs <= hands.now(); timer = earliest()) {
      timers.delete(timer)
      timer.run()
    }
    reschedule()
  }
  const reschedule = (): void => {
    clearTimeout(wake)
    wake = undefined
    const timer = earliest()
    if (!timer || hands.speed === 0) return
    const realMs = Math.max(0, (timer.dueMs - hands.now()) / hands.speed)
    wake = setTimeout(fireDue, Math.min(Math.ceil(realMs), LONGEST_REAL_TIMEOUT_MS))
  }

  return {
    fireDue,
    reschedule,
    nextMs: () => earliest()?.dueMs ?? Infinity,
    set(delayMs, run) {
      const timer = { dueMs: hands.now() + Math.max(0, delayMs), order: nextOrder++, run }
      timers.add(timer)
      reschedule()
      return () => {
        if (timers.delete(timer)) reschedule()
      }
    },
    shift(byMs) {
      for (const timer of timers) timer.dueMs += byMs
    },
  }
}

function isBefore(one: Timer, other: Timer): boolean {
  return one.dueMs === other.dueMs ? one.order < other.order : one.dueMs < other.dueMs
}
