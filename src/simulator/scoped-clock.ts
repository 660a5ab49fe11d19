import type { Clock } from '#common/clock.ts'

/** A clock whose timers can all be called off at once, so that a closed simulator leaves none behind. */
export interface ScopedClock extends Clock {
  cancelAll(): void
}

export function createScopedClock(clock: Clock): ScopedClock {
  const cancels = new Set<() => void>()
  return {
    get speed() {
      return clock.speed
    },
    now: () => clock.now(),
    sleep: (delayMs, signal) => clock.sleep(delayMs, signal),
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
    },
  }
}
