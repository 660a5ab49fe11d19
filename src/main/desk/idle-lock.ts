import type { Clock } from '#common/clock.ts'

/** Locks once nobody has touched anything for a while. */
export interface IdleLock {
  /** Somebody is there: the time begins again. */
  touched(): void
  /** When somebody was there last (epoch ms). */
  touchedAtMs(): number
  /** There is something else to lock, or nothing: the time begins again, and counts as no touch. */
  restart(): void
  close(): void
}

/** `afterMs`: how long nobody may touch anything from now on; null: nothing is to be locked. */
export function createIdleLock(
  clock: Clock,
  { afterMs, lock }: { afterMs: () => number | null; lock: () => void },
): IdleLock {
  let cancel: (() => void) | null = null
  let touchedMs = clock.now()
  const close = (): void => {
    cancel?.()
    cancel = null
  }
  const restart = (): void => {
    close()
    const delayMs = afterMs()
    if (delayMs !== null) cancel = clock.setTimer(delayMs, lock)
  }
  return {
    touched() {
      touchedMs = clock.now()
      restart()
    },
    touchedAtMs: () => touchedMs,
    restart,
    close,
  }
}
