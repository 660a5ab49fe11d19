import type { Log } from '#main/core/log.ts'
import { judge, longer, NO_SILENCE, type Meanwhile } from './silence.ts'

/** What is heard of the window that is shown: its answers, and for how long there was none. */
export interface Hearing {
  /** A new window is in the place of the old one: nothing is known of it. */
  begin(): void
  /** The page has loaded: it has to show something now. */
  loaded(): void
  hasLoaded(): boolean
  alive(probe: number, painted: boolean): void
  /** Asks once more. */
  ask(): void
  /** Whether the window hangs, after what was `meanwhile`; says what it knows in the log. */
  isHung(meanwhile: Omit<Meanwhile, 'isBlank'>): boolean
  /** It answered with words so many times since it came. */
  wasWellFor(probes: number): boolean
}

const MOST_PATIENCE = 8
/** Answers of ten minutes: whatever was slow is over. */
const CALM_AFTER = 1_000

/**
 * After each silence the next one gets twice the time: no window is replaced twice because the same
 * machine is slow.
 * @param relaunches so many this hour: what was too slow then gets more time now
 */
export function createHearing(deps: {
  log: Log
  probe: (probe: number) => void
  relaunches: number
}): Hearing {
  const { log, probe } = deps
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

  return {
    begin() {
      silence = NO_SILENCE
      firstAsked = asked + 1
      answered = asked
      wellFor = 0
      hasLoaded = false
    },
    loaded() {
      if (!hasLoaded) silence = NO_SILENCE
      hasLoaded = true
    },
    hasLoaded: () => hasLoaded || wellFor > 0,
    alive(number, painted) {
      if (number < firstAsked || number > asked) return
      if (painted && heard !== 'words') wellFor += 1
      heard = painted ? 'words' : 'blank'
      if (!painted) return
      answered = number
      silence = NO_SILENCE
      if (wellFor >= CALM_AFTER) patience = 1
    },
    ask() {
      heard = 'nothing'
      asked += 1
      probe(asked)
    },
    isHung(meanwhile) {
      if (answered === asked) return false
      silence = longer(silence, { ...meanwhile, isBlank: heard === 'blank' && wellFor > 0 })
      const verdict = judge(silence, { isLoading: !hasLoaded && wellFor === 0, patience })
      if (verdict === 'starved' && !isStarved)
        log.warn({ ...silence }, 'the window waits for the machine')
      isStarved = verdict === 'starved'
      if (verdict !== 'hung') return false
      log.warn({ ...silence, patience }, 'the window does not answer')
      patience = Math.min(patience * 2, MOST_PATIENCE)
      return true
    },
    wasWellFor: (probes) => wellFor >= probes,
  }
}
