import type { Clock } from '#common/clock.ts'

/** Timers of one clock by their keys, one each. */
export interface KeyedTimers {
  /** Runs `run` once after `delayMs` of the clock, in place of the timer that this key has. */
  set(key: string, delayMs: number, run: () => void): void
  cancel(key: string): void
  cancelAll(): void
}

export function createKeyedTimers(clock: Pick<Clock, 'setTimer'>): KeyedTimers {
  const cancels = new Map<string, () => void>()
  const cancel = (key: string): void => {
    cancels.get(key)?.()
    cancels.delete(key)
  }
  return {
    set(key, delayMs, run) {
      cancel(key)
      const fire = (): void => {
        cancels.delete(key)
        run()
      }
      cancels.set(key, clock.setTimer(delayMs, fire))
    },
    cancel,
    cancelAll() {
      for (const key of [...cancels.keys()]) cancel(key)
    },
  }
}
