import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  guestLimits,
  LEAST_WARNING_MS,
  LOCK_WARNS_MS,
  lockWarnsAfterMs,
} from '#renderer/live/time-limits.ts'

/** These wait for something else than a person who may have gone: a hold, a key that repeats, typing, a clock, speech. */
const OTHER_TIMERS = [
  'desk/live/use-day-figures.ts',
  'desk/sessions/use-history.ts',
  'keyboard/BoardKey.vue',
  'live/idle.ts',
  'live/leaving.ts',
  'live/now.ts',
  'live/updates.ts',
  'reader/notice.ts',
  'reader/wedge.ts',
  'speech/speech.ts',
  'speech/watch-page.ts',
  'theme/dim.ts',
  'ui/use-hold.ts',
]
/** What waits for quiet: the question, the locks, and the dimmed screen, which forgets nothing. */
const QUIET = ['live/idle.ts', 'live/leaving.ts', 'live/locks-soon.ts', 'theme/dim.ts']

const ROOT = 'src/renderer/'
const using = (word: RegExp): string[] =>
  globSync(`${ROOT}**/*.{ts,vue}`)
    .filter((file) => word.test(readFileSync(file, 'utf8')))
    .map((file) => file.replaceAll('\\', '/').slice(ROOT.length))
    .toSorted()

describe('a time after which something of a guest’s goes', () => {
  it.each(Object.entries(guestLimits))('is told 20 s before at least: %s', (_name, limit) => {
    expect(limit.warnsMs).toBeGreaterThanOrEqual(LEAST_WARNING_MS)
    expect(limit.afterMs).toBeGreaterThan(limit.warnsMs)
  })

  it('leaves time to scan the codes of the summary', () => {
    const { afterMs, warnsMs } = guestLimits.summary
    expect(afterMs - warnsMs).toBeGreaterThanOrEqual(120_000)
  })

  it('of desk and set-up is told half a minute before, and never later than half of it', () => {
    expect(lockWarnsAfterMs(300_000)).toBe(300_000 - LOCK_WARNS_MS)
    expect(lockWarnsAfterMs(40_000)).toBe(20_000)
  })

  it('is in the one list: no other part of the page goes away by a timer of its own', () => {
    expect(using(/\bset(?:Timeout|Interval)\(/)).toEqual(OTHER_TIMERS)
    expect(using(/\buseQuiet\b/)).toEqual(QUIET)
  })
})
