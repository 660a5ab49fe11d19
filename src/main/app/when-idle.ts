import type { Clock } from '#common/clock.ts'

/** Calls `end` once nobody has touched the screen for `afterMs`. Returns what stops it. */
export function whenIdle(deps: {
  clock: Clock
  /** Epoch ms. */
  touchedAtMs: () => number
  afterMs: number
  end: () => void
}): () => void {
  const { clock, touchedAtMs, afterMs, end } = deps
  const look = (): void => {
    const leftMs = touchedAtMs() + afterMs - clock.now()
    if (leftMs > 0) cancel = clock.setTimer(leftMs, look)
    else end()
  }
  let cancel = clock.setTimer(afterMs, look)
  return () => {
    cancel()
  }
}
