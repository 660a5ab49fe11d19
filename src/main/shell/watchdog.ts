import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/log.ts'

export interface WatchdogDeps {
  /** The machine's clock: a demo that runs fast must not look like a renderer that hangs. */
  clock: Clock
  log: Log
  /** Asks the renderer; `alive` is the answer. */
  probe: (probe: number) => void
  /** Puts a new window in the place of the dead one. */
  replace: () => void
}

export interface Watchdog {
  start(): void
  alive: (probe: number, painted: boolean) => void
  /** The renderer's process is gone. */
  gone(reason: string): void
  close(): void
}

const PROBE_EVERY_MS = 10_000
const MISSES_ALLOWED = 3
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000
/** After so long without trouble a new one starts from the first pause again. */
const FORGIVEN_AFTER_MS = 300_000

/** Replaces a renderer that died, hangs or stays blank; ever slower when that does not help. */
export function createWatchdog({ clock, log, probe, replace }: WatchdogDeps): Watchdog {
  let asked = 0
  let misses = 0
  let replacements = 0
  let replacedAtMs = -Infinity
  let replacing = false
  let cancelProbe = (): void => undefined
  let cancelReplace = (): void => undefined

  const schedule = (): void => {
    cancelProbe = clock.setTimer(PROBE_EVERY_MS, tick)
  }

  const tick = (): void => {
    if (misses >= MISSES_ALLOWED) replaceFor('no sign of life')
    misses += 1
    asked += 1
    probe(asked)
    schedule()
  }

  const replaceFor = (reason: string): void => {
    if (replacing) return
    replacing = true
    if (clock.now() - replacedAtMs > FORGIVEN_AFTER_MS) replacements = 0
    const pauseMs =
      replacements === 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** replacements, LONGEST_PAUSE_MS)
    replacements += 1
    log.warn({ reason, pauseMs, replacements }, 'the window is replaced')
    cancelReplace = clock.setTimer(pauseMs, () => {
      replacing = false
      misses = 0
      replacedAtMs = clock.now()
      replace()
    })
  }

  return {
    start: schedule,
    alive(answered, painted) {
      if (answered === asked && painted) misses = 0
    },
    gone: replaceFor,
    close() {
      cancelProbe()
      cancelReplace()
    },
  }
}
