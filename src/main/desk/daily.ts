import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'

const DAY_MS = 24 * 3_600_000

/** Runs `run` now and each day from now on; what it throws is logged. Returns what ends it. */
export function daily(clock: Clock, log: Log, run: () => void): () => void {
  let cancel: () => void = () => undefined
  const once = (): void => {
    cancel = clock.setTimer(DAY_MS, once)
    try {
      run()
    } catch (error) {
      log.error({ error: String(error) }, 'what is done each day failed')
    }
  }
  once()
  return () => {
    cancel()
  }
}
