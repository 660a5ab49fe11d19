import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { WatchdogRecord } from '#main/status/status.ts'

export interface Replacement {
  reason: string
  /** False when the last window died of the same screen: the next one begins at the board. */
  keepsView: boolean
  /** The old one may hang: its process is killed. */
  kills: boolean
}

/** New windows in the place of dead ones, and the end of that. */
export interface Replacing {
  /** A new window is on its way: nothing more is to be said of the old one. */
  isUnderWay(): boolean
  /** The window is dead. `wasSteady`: it had been well before. */
  gone(reason: string, wasSteady: boolean): void
  /** Replaces a window that is well, as a precaution. */
  refresh(reason: string): void
  record(): Omit<WatchdogRecord, 'visible'>
  close(): void
}

/** Before the first, second, … new window in a row; then the program is relaunched. */
const PAUSES_MS = [0, 1_000, 2_000]
/** More new windows than this within the time, and the program is relaunched, too. */
const MOST_AT_A_TIME = 8
const AT_A_TIME_MS = 600_000

export function createReplacing(deps: {
  clock: Clock
  log: Log
  replace: (replacement: Replacement) => void
  relaunch: () => void
}): Replacing {
  const { clock, log } = deps
  let underWay = false
  let inARow = 0
  let replacedAtMs: readonly number[] = []
  let record = {
    replacements: 0,
    lastReason: null as string | null,
    lastReplacedAtMs: null as number | null,
  }
  let cancel = (): void => undefined

  const swap = (replacement: Replacement): void => {
    underWay = true
    record = {
      replacements: record.replacements + 1,
      lastReason: replacement.reason,
      lastReplacedAtMs: Math.round(clock.now()),
    }
    deps.replace(replacement)
    underWay = false
  }
  return {
    isUnderWay: () => underWay,
    gone(reason, wasSteady) {
      if (underWay) return
      underWay = true
      if (wasSteady) inARow = 0
      const pauseMs = PAUSES_MS[inARow]
      inARow += 1
      replacedAtMs = replacedAtMs.filter((atMs) => clock.now() - atMs < AT_A_TIME_MS)
      if (pauseMs === undefined || replacedAtMs.length >= MOST_AT_A_TIME) {
        log.error({ reason }, 'new windows do not help: the terminal is relaunched')
        deps.relaunch()
        return
      }
      const keepsView = inARow === 1 || wasSteady
      log.warn({ reason, pauseMs, inARow, keepsView }, 'the window is replaced')
      cancel = clock.setTimer(pauseMs, () => {
        replacedAtMs = [...replacedAtMs, clock.now()]
        swap({ reason, keepsView, kills: true })
      })
    },
    refresh(reason) {
      if (underWay) return
      log.info({ reason }, 'the window is replaced')
      swap({ reason, keepsView: true, kills: false })
    },
    record: () => record,
    close() {
      cancel()
    },
  }
}
