import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { WatchdogRecord } from '#main/status/status.ts'
import { createHearing } from './hearing.ts'
import { createReplacing, type Replacement } from './replacing.ts'
import { createSight } from './sight.ts'
import { PROBE_EVERY_MS, type Meanwhile } from './silence.ts'

export type { Replacement }

export interface WatchdogDeps {
  /** The machine's clock: a demo that runs fast must not look like a renderer that hangs. */
  clock: Clock
  log: Log
  /** Asks the renderer; `alive` is the answer. */
  probe: (probe: number) => void
  /** Whether people can see the window. */
  isVisible: () => boolean
  /** Shows a window that was not shown, or was hidden. */
  show: () => void
  /** Puts a new window in the place of the dead one. */
  replace: (replacement: Replacement) => void
  /** New windows do not help: the whole program restarts. */
  relaunch: () => void
  /** What ran since it was asked last. */
  processorTime: () => Pick<Meanwhile, 'ranMs' | 'freeMs'>
  /** How often the program was restarted lately: what was too slow then gets more time now. */
  relaunches: number
}

export interface Watchdog {
  /** From now on the window must answer. */
  start(): void
  /** The page has loaded: it has to show something now. */
  loaded(): void
  alive: (probe: number, painted: boolean) => void
  /** The window is dead: its process is gone, or its page could not be loaded. */
  gone(reason: string): void
  /** What the window shows may be lost; one that has shown nothing yet has nothing to lose. */
  damaged(reason: string): void
  /** Replaces a window that is well, as a precaution. */
  refresh(reason: string): void
  record(): WatchdogRecord
  close(): void
}

/** A window that was well for so many probes has not died of what it showed at its begin. */
const STEADY_AFTER = 5

/** Replaces a renderer that died, hangs, stays blank or cannot be seen. */
export function createWatchdog(deps: WatchdogDeps): Watchdog {
  const { clock } = deps
  const hearing = createHearing(deps)
  const isLostToSight = createSight(deps)
  const replacing = createReplacing({
    ...deps,
    replace(replacement) {
      hearing.begin()
      deps.replace(replacement)
    },
  })
  let cancelProbe = (): void => undefined

  const gone = (reason: string): void => {
    replacing.gone(reason, hearing.wasWellFor(STEADY_AFTER))
  }
  const look = (lateMs: number): void => {
    const meanwhile = { lateMs, ...deps.processorTime() }
    if (replacing.isUnderWay()) return
    if (hearing.isHung(meanwhile)) gone('no sign of life')
    else if (isLostToSight(hearing.hasLoaded())) gone('cannot be seen')
  }
  const schedule = (): void => {
    const dueMs = clock.now() + PROBE_EVERY_MS
    cancelProbe = clock.setTimer(PROBE_EVERY_MS, () => {
      look(clock.now() - dueMs)
      hearing.ask()
      schedule()
    })
  }

  return {
    start: schedule,
    loaded: hearing.loaded,
    alive(probe, painted) {
      if (!replacing.isUnderWay()) hearing.alive(probe, painted)
    },
    gone,
    damaged(reason) {
      if (hearing.wasWellFor(1)) gone(reason)
    },
    refresh: replacing.refresh,
    record: () => ({ ...replacing.record(), visible: deps.isVisible() }),
    close() {
      cancelProbe()
      replacing.close()
    },
  }
}
