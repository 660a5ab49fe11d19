import type { WatchdogRecord } from '#main/status/status.ts'
import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import { judge, longer, NO_SILENCE, PROBE_EVERY_MS, type Meanwhile } from './silence.ts'

export interface WatchdogDeps {
  /** The machine's clock: a demo that runs fast must not look like a renderer that hangs. */
  clock: Clock
  log: Log
  /** Asks the renderer; `alive` is the answer. */
  probe: (probe: number) => void
  /** Puts a new window in the place of the dead one. */
  replace: (replacement: Replacement) => void
  /** New windows do not help: the whole program restarts. */
  relaunch: () => void
  /** What ran since it was asked last. */
  processorTime: () => Pick<Meanwhile, 'ranMs' | 'freeMs'>
  /** How often the program was restarted lately: what was too slow then gets more time now. */
  relaunches: number
}

export interface Replacement {
  reason: string
  /** False when the last window died of the same screen: the next one begins at the board. */
  keepsView: boolean
  /** The old one may hang: its process is killed. */
  kills: boolean
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
/** Before the first, second, … new window in a row; then the program is relaunched. */
const PAUSES_MS = [0, 1_000, 2_000]
/** More new windows than this within the time, and the program is relaunched, too. */
const MOST_AT_A_TIME = 8
const AT_A_TIME_MS = 600_000
const MOST_PATIENCE = 8
/** Answers of ten minutes: whatever was slow is over. */
const CALM_AFTER = 1_000

/**
 * Replaces a renderer that died, hangs or stays blank. After each silence the next one gets twice
 * the time: no window is replaced twice because the same machine is slow.
 */
export function createWatchdog(deps: WatchdogDeps): Watchdog {
  const { clock, log, probe, replace } = deps
  let asked = 0
  /** The first probe that this window was asked, and the last one it answered. */
  let firstAsked = 1
  let answered = 0
  /** The best answer since the last probe. */
  let heard: 'nothing' | 'blank' | 'words' = 'nothing'
  let silence = NO_SILENCE
  let isStarved = false
  /** Answers with content since the window came. */
  let wellFor = 0
  let hasLoaded = false
  let patience = Math.min(2 ** deps.relaunches, MOST_PATIENCE)
  let inARow = 0
  let replacedAtMs: readonly number[] = []
  let replacing = false
  let record: WatchdogRecord = { replacements: 0, lastReason: null, lastReplacedAtMs: null }
  let cancelProbe = (): void => undefined
  let cancelReplace = (): void => undefined

  const schedule = (): void => {
    const dueMs = clock.now() + PROBE_EVERY_MS
    cancelProbe = clock.setTimer(PROBE_EVERY_MS, () => {
      tick(clock.now() - dueMs)
    })
  }
  const tick = (lateMs: number): void => {
    const isBlank = heard === 'blank' && wellFor > 0
    const meanwhile = { lateMs, isBlank, ...deps.processorTime() }
    if (answered < asked && !replacing) listen(meanwhile)
    heard = 'nothing'
    asked += 1
    probe(asked)
    schedule()
  }
  const listen = (meanwhile: Meanwhile): void => {
    silence = longer(silence, meanwhile)
    const verdict = judge(silence, { isLoading: !hasLoaded && wellFor === 0, patience })
    if (verdict === 'starved' && !isStarved)
      log.warn({ ...silence }, 'the window waits for the machine')
    isStarved = verdict === 'starved'
    if (verdict !== 'hung') return
    log.warn({ ...silence, patience }, 'the window does not answer')
    patience = Math.min(patience * 2, MOST_PATIENCE)
    gone('no sign of life')
  }
  const swap = (replacement: Replacement): void => {
    replacing = true
    silence = NO_SILENCE
    firstAsked = asked + 1
    answered = asked
    wellFor = 0
    hasLoaded = false
    record = {
      replacements: record.replacements + 1,
      lastReason: replacement.reason,
      lastReplacedAtMs: Math.round(clock.now()),
    }
    replace(replacement)
    replacing = false
  }
  const gone = (reason: string): void => {
    if (replacing) return
    replacing = true
    const wasSteady = wellFor >= STEADY_AFTER
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
    cancelReplace = clock.setTimer(pauseMs, () => {
      replacedAtMs = [...replacedAtMs, clock.now()]
      swap({ reason, keepsView, kills: true })
    })
  }

  return {
    start: schedule,
    loaded() {
      if (hasLoaded) return
      hasLoaded = true
      silence = NO_SILENCE
    },
    alive(probe, painted) {
      if (probe < firstAsked || probe > asked || replacing) return
      if (painted && heard !== 'words') wellFor += 1
      heard = painted ? 'words' : 'blank'
      if (!painted) return
      answered = probe
      silence = NO_SILENCE
      if (wellFor >= CALM_AFTER) patience = 1
    },
    gone,
    damaged(reason) {
      if (wellFor > 0) gone(reason)
    },
    refresh(reason) {
      if (replacing) return
      log.info({ reason }, 'the window is replaced')
      swap({ reason, keepsView: true, kills: false })
    },
    record: () => record,
    close() {
      cancelProbe()
      cancelReplace()
    },
  }
}
