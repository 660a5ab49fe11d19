import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import { createWatchdog, type Replacement } from '#main/shell/watchdog.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const SECOND_MS = 1_000

/** What happens between two probes (ms of processor time): of the window, and of nobody. */
const MACHINES = {
  quiet: { ranMs: 4, freeMs: 1_190 },
  'quiet, the window loops': { ranMs: 600, freeMs: 590 },
  /** Eight other programs and three terminals want two processors. */
  busy: { ranMs: 4, freeMs: 0 },
  'busy, the window loops': { ranMs: 110, freeMs: 0 },
  'so busy that the window hardly runs': { ranMs: 1, freeMs: 0 },
}
type Machine = keyof typeof MACHINES

function startWatchdog({ relaunches = 0 } = {}) {
  const clock = createClock({ startMs: 0, speed: 0 })
  const log = createQuietLog()
  const replaced: (Replacement & { atMs: number })[] = []
  const relaunchedAtMs: number[] = []
  let answers: 'painted' | 'blank' | 'none' = 'painted'
  let answersAfterMs = 0
  let machine: Machine = 'quiet'
  const watchdog = createWatchdog({
    ...{ clock, log, relaunches },
    probe: (probe) => {
      if (answers === 'none') return
      const answer = (): void => {
        watchdog.alive(probe, answers === 'painted')
      }
      if (answersAfterMs === 0) answer()
      else clock.setTimer(answersAfterMs, answer)
    },
    isVisible: () => true,
    show: () => undefined,
    replace: (replacement) => {
      replaced.push({ ...replacement, atMs: clock.now() })
    },
    relaunch: () => {
      relaunchedAtMs.push(clock.now())
    },
    processorTime: () => MACHINES[machine],
  })
  watchdog.start()
  return {
    ...{ clock, log, watchdog, replaced, relaunchedAtMs },
    answer(how: typeof answers, afterMs = 0): void {
      answers = how
      answersAfterMs = afterMs
    },
    on(which: Machine): void {
      machine = which
    },
    /** The window is well, as the watchdog has seen. */
    async steady(): Promise<void> {
      answers = 'painted'
      answersAfterMs = 0
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
      watchdog.damaged('GPU crashed')
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

describe('a window on a busy machine', () => {
  it('is well as long as it answers, however late', async () => {
    const { clock, replaced, answer, on } = startWatchdog()
    on('busy')
    answer('painted', 1.8 * SECOND_MS)
    await clock.advance(600 * SECOND_MS)
    expect(replaced).toEqual([])
  })

  it('is waited for while it cannot run, and the log says so once', async () => {
    const { clock, log, replaced, answer, on, steady } = startWatchdog()
    await steady()
    on('so busy that the window hardly runs')
    answer('none')
    await clock.advance(50 * SECOND_MS)
    expect(replaced).toEqual([])
    expect(log.lines.filter((line) => line.includes('waits for the machine'))).toHaveLength(1)
    await steady()
    expect(replaced).toEqual([])
  })

  it('is replaced within 15 s when it loops', async () => {
    const { clock, replaced, answer, on, steady } = startWatchdog()
    await steady()
    on('busy, the window loops')
    answer('none')
    await clock.advance(15 * SECOND_MS)
    expect(replaced).toHaveLength(1)
  })

  it('is replaced soon when it loses all words, for it answers', async () => {
    const { clock, replaced, answer, on, steady } = startWatchdog()
    await steady()
    on('busy')
    answer('blank')
    await clock.advance(4 * SECOND_MS)
    expect(replaced).toHaveLength(1)
  })

  it('is replaced in the end, though it never had a chance, and the next one has twice the time', async () => {
    const { clock, watchdog, replaced, answer, on, steady } = startWatchdog()
    await steady()
    on('so busy that the window hardly runs')
    answer('none')
    await clock.advance(70 * SECOND_MS)
    expect(replaced).toHaveLength(1)
    watchdog.loaded()
    await clock.advance(110 * SECOND_MS)
    expect(replaced).toHaveLength(1)
    await clock.advance(20 * SECOND_MS)
    expect(replaced).toHaveLength(2)
  })

  it('may take minutes to load', async () => {
    const { clock, watchdog, replaced, answer, on } = startWatchdog()
    on('so busy that the window hardly runs')
    answer('none')
    await clock.advance(240 * SECOND_MS)
    watchdog.loaded()
    answer('blank', 2 * SECOND_MS)
    await clock.advance(30 * SECOND_MS)
    answer('painted', 2 * SECOND_MS)
    await clock.advance(60 * SECOND_MS)
    expect(replaced).toEqual([])
  })
})

describe('one and the same slowness', () => {
  /** Whatever the window does takes longer each time than a window is given at first. */
  async function labour(
    { clock, answer, steady }: ReturnType<typeof startWatchdog>,
    seconds: number,
  ): Promise<void> {
    await steady()
    answer('none')
    await clock.advance(seconds * SECOND_MS)
    await steady()
  }

  it('costs one window: what takes the next one as long is waited for', async () => {
    const terminal = startWatchdog()
    for (let round = 0; round < 5; round += 1) await labour(terminal, 4)
    expect(terminal.replaced).toHaveLength(1)
    expect(terminal.relaunchedAtMs).toEqual([])
  })

  it('is forgotten after ten minutes in which all was well', async () => {
    const terminal = startWatchdog()
    await labour(terminal, 4)
    await terminal.clock.advance(600 * SECOND_MS)
    await labour(terminal, 4)
    expect(terminal.replaced).toHaveLength(2)
  })

  it('is remembered over a relaunch', async () => {
    const terminal = startWatchdog({ relaunches: 1 })
    await labour(terminal, 4)
    expect(terminal.replaced).toEqual([])
  })

  it('makes no window wait that loops: each is found within 5 s', async () => {
    const { clock, watchdog, replaced, answer, on, steady } = startWatchdog()
    for (let round = 1; round <= 3; round += 1) {
      on('quiet')
      watchdog.loaded()
      await steady()
      on('quiet, the window loops')
      answer('none')
      await clock.advance(5 * SECOND_MS)
      expect(replaced).toHaveLength(round)
    }
  })
})
