import type { Clock } from '#common/clock.ts'

/** A clock whose timers and sleeps can all be called off at once, so that a closed simulator leaves none behind. */
export interface ScopedClock extends Clock {
  cancelAll(): void
}

export function createScopedClock(clock: Clock): ScopedClock {
  const cancels = new Set<() => void>()
  const closing = new AbortController()
  return {
    get speed() {
      return clock.speed
    },
    now: () => clock.now(),
    sleep(delayMs, signal) {
      const signals = signal ? [signal, closing.signal] : [closing.signal]
      return clock.sleep(delayMs, AbortSignal.any(signals))
    },
    setTimer(delayMs, run) {
      const cancel = clock.setTimer(delayMs, () => {
        cancels.delete(cancel)
        run()
      })
      cancels.add(cancel)
      return () => {
        cancels.delete(cancel)
        cancel()
      }
    },
    cancelAll() {
      for (const cancel of cancels) cancel()
      cancels.clear()
      closing.abort()
    },
  }
}
