import type { Log } from '#main/core/log.ts'
import { PlatformError, type Platform } from '#main/platform/platform.ts'
import { maxMeterSessions } from '#platform/batches.ts'
import type { MeterReading } from './reading.ts'
import { readMeters } from './refresh.ts'

export interface MeterReader {
  /** Asks unless an answer is still awaited; `timeoutMs` is real. */
  read(sessionIds: readonly string[], timeoutMs: number): void
  close(): void
}

/** Reads meter values beside the refreshes; a failure leaves the last values, which have their time with them. */
export function createMeterReader(deps: {
  platform: Platform
  log: Log
  /** As in RefreshLimits. */
  skewMs?: () => number
  onMeters: (readings: readonly MeterReading[], atMs: number) => void
}): MeterReader {
  const closing = new AbortController()
  let most = maxMeterSessions
  let reading = false

  const run = async (sessionIds: readonly string[], timeoutMs: number): Promise<void> => {
    try {
      const { skewMs } = deps
      const limits = { timeoutMs, signal: closing.signal, ...(skewMs && { skewMs }) }
      const { readings, atMs } = await readMeters(deps.platform, sessionIds.slice(0, most), limits)
      deps.onMeters(readings, atMs)
    } catch (error) {
      if (!(error instanceof PlatformError)) return
      deps.log.info({ code: error.failure.code }, 'no meter values')
      // A gateway may find the request too large.
      if (error.failure.code === 'invalid') most = Math.max(1, Math.floor(most / 2))
    } finally {
      reading = false
    }
  }

  return {
    read(sessionIds, timeoutMs) {
      if (reading || sessionIds.length === 0) return
      reading = true
      void run(sessionIds, timeoutMs)
    },
    close() {
      closing.abort(new Error('closing'))
    },
  }
}
