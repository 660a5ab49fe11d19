import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import { createWatchdog, type Replacement } from '#main/shell/watchdog.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const SECOND_MS = 1_000

function startWatchdog() {
  const clock = createClock({ startMs: 0, speed: 0 })
  const replaced: (Replacement & { atMs: number })[] = []
  const relaunchedAtMs: number[] = []
  let answers: 'painted' | 'blank' | 'none' = 'painted'
  let slowness = 1
  const watchdog = createWatchdog({
    clock,
    log: createQuietLog(),
    probe: (probe) => {
      if (answers !== 'none') watchdog.alive(probe, answers === 'painted')
    },
    replace: (replacement) => {
      replaced.push({ ...replacement, atMs: clock.now() })
    },
    relaunch: () => {
      relaunchedAtMs.push(clock.now())
    },
    slowness: () => slowness,
  })
  watchdog.start()
  return {
    ...{ clock, watchdog, replaced, relaunchedAtMs },
    answer(how: typeof answers): void {
      answers = how
    },
    overload(): void {
      slowness = 2
    },
    /** The window is well, as the watchdog has seen. */
    async steady(): Promise<void> {
      answers = 'painted'
      await clock.advance(10 * SECOND_MS)
    },
  }
}

describe('the watchdog', () => {
  it('leaves a window alone that answers', async () => {
    const { clock, replaced } = startWatchdog()
    await clock.advance(600 * SECOND_MS)
    expect(replaced).toEqual([])
  })

  it.each(['none', 'blank'] as const)(
    'kills and replaces a window within 3 s with the answer: %s',
    async (how) => {
      const { clock, replaced, answer, steady } = startWatchdog()
      await steady()
      answer(how)
      await clock.advance(2.1 * SECOND_MS)
      expect(replaced).toEqual([])
      await clock.advance(0.9 * SECOND_MS)
      expect(replaced).toMatchObject([{ reason: 'no sign of life', kills: true, keepsView: true }])
    },
  )

  it('forgives misses as soon as an answer comes', async () => {
    const { clock, replaced, answer } = startWatchdog()
    for (let round = 0; round < 5; round++) {
      answer('none')
      await clock.advance(2 * SECOND_MS)
      answer('painted')
      await clock.advance(1 * SECOND_MS)
    }
    expect(replaced).toEqual([])
  })

  it('waits long for a page that is loading, and not for one that has loaded', async () => {
    const { clock, watchdog, replaced, answer } = startWatchdog()
    answer('none')
    await clock.advance(15 * SECOND_MS)
    expect(replaced).toEqual([])
    watchdog.loaded()
    await clock.advance(3.5 * SECOND_MS)
    expect(replaced).toHaveLength(1)
  })

  it('gives twice the time where the machine has more to do than it can', async () => {
    const { clock, replaced, answer, overload, steady } = startWatchdog()
    await steady()
    overload()
    answer('none')
    await clock.advance(4.5 * SECOND_MS)
    expect(replaced).toEqual([])
    await clock.advance(2 * SECOND_MS)
    expect(replaced).toHaveLength(1)
  })

  it('gives a new window that does not answer either ever more time', async () => {
    const { clock, watchdog, replaced, answer } = startWatchdog()
    answer('none')
    watchdog.loaded()
    await clock.advance(4 * SECOND_MS)
    watchdog.loaded()
    await clock.advance(4 * SECOND_MS)
    expect(replaced).toHaveLength(1)
    await clock.advance(2 * SECOND_MS)
    expect(replaced).toHaveLength(2)
  })

  it('replaces a window that died at once, however often it dies after it was well', async () => {
    const { clock, watchdog, replaced, relaunchedAtMs, steady } = startWatchdog()
    for (let round = 0; round < 5; round++) {
      await steady()
      watchdog.gone('crashed')
      watchdog.gone('crashed')
      await clock.advance(0)
    }
    expect(replaced.map(({ atMs }) => atMs)).toEqual([10, 20, 30, 40, 50].map((s) => s * SECOND_MS))
    expect(replaced.every(({ keepsView }) => keepsView)).toBe(true)
    expect(relaunchedAtMs).toEqual([])
  })

  it('replaces a window whose picture may be lost once, however often it hears so', async () => {
    const { clock, watchdog, replaced, steady } = startWatchdog()
    await steady()
    for (let round = 0; round < 3; round++) {
      watchdog.spoilt('GPU crashed')
      await clock.advance(0)
    }
    expect(replaced).toMatchObject([{ atMs: 10 * SECOND_MS, keepsView: true }])
  })

  it('tries three new windows in a row, at the board from the second on, then relaunches', async () => {
    const { clock, watchdog, replaced, relaunchedAtMs, answer } = startWatchdog()
    answer('none')
    for (let round = 0; round < 4; round++) {
      watchdog.gone('crashed')
      await clock.advance(2 * SECOND_MS)
    }
    expect(replaced).toMatchObject([
      { atMs: 0, keepsView: true },
      { atMs: 3 * SECOND_MS, keepsView: false },
      { atMs: 6 * SECOND_MS, keepsView: false },
    ])
    expect(relaunchedAtMs).toEqual([6 * SECOND_MS])
  })

  it('relaunches a terminal whose windows die too often, though each was well', async () => {
    const { clock, watchdog, relaunchedAtMs, steady } = startWatchdog()
    for (let round = 0; round < 9; round++) {
      await steady()
      watchdog.gone('crashed')
      await clock.advance(0)
    }
    expect(relaunchedAtMs).toHaveLength(1)
  })

  it('refreshes a window that is well, and does not count it as trouble', async () => {
    const { watchdog, replaced, steady } = startWatchdog()
    for (let round = 0; round < 10; round++) {
      await steady()
      watchdog.refresh('planned')
    }
    expect(replaced).toHaveLength(10)
    expect(replaced[0]).toMatchObject({ kills: false, keepsView: true })
    expect(watchdog.record()).toMatchObject({ replacements: 10, lastReason: 'planned' })
  })
})
