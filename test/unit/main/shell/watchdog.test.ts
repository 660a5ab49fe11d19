import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import { createWatchdog } from '#main/shell/watchdog.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const SECOND_MS = 1_000

function startWatchdog() {
  const clock = createClock({ startMs: 0, speed: 0 })
  const replacedAtMs: number[] = []
  let answers: 'painted' | 'blank' | 'none' = 'painted'
  const watchdog = createWatchdog({
    clock,
    log: createQuietLog(),
    probe: (probe) => {
      if (answers !== 'none') watchdog.alive(probe, answers === 'painted')
    },
    replace: () => {
      replacedAtMs.push(clock.now())
    },
  })
  watchdog.start()
  const answer = (how: typeof answers): void => {
    answers = how
  }
  return { clock, watchdog, replacedAtMs, answer }
}

describe('the watchdog', () => {
  it('leaves a window alone that answers', async () => {
    const { clock, replacedAtMs } = startWatchdog()
    await clock.advance(600 * SECOND_MS)
    expect(replacedAtMs).toEqual([])
  })

  it.each(['none', 'blank'] as const)(
    'replaces a window after three probes with the answer: %s',
    async (how) => {
      const { clock, replacedAtMs, answer } = startWatchdog()
      answer(how)
      await clock.advance(39 * SECOND_MS)
      expect(replacedAtMs).toEqual([])
      await clock.advance(1 * SECOND_MS)
      expect(replacedAtMs).toEqual([40 * SECOND_MS])
    },
  )

  it('forgives misses as soon as an answer comes', async () => {
    const { clock, replacedAtMs, answer } = startWatchdog()
    for (let round = 0; round < 5; round++) {
      answer('none')
      await clock.advance(20 * SECOND_MS)
      answer('painted')
      await clock.advance(10 * SECOND_MS)
    }
    expect(replacedAtMs).toEqual([])
  })

  it('replaces a window whose process is gone at once, and then ever slower', async () => {
    const { clock, watchdog, replacedAtMs } = startWatchdog()
    for (let round = 0; round < 8; round++) {
      watchdog.gone('crashed')
      watchdog.gone('crashed')
      await clock.advance(60 * SECOND_MS)
    }
    const pauses = replacedAtMs.map((atMs, round) => atMs - round * 60 * SECOND_MS)
    expect(pauses).toEqual([0, 2, 4, 8, 16, 32, 60, 60].map((seconds) => seconds * SECOND_MS))
  })

  it('starts from the first pause again after five good minutes', async () => {
    const { clock, watchdog, replacedAtMs } = startWatchdog()
    watchdog.gone('crashed')
    await clock.advance(301 * SECOND_MS)
    watchdog.gone('crashed')
    await clock.advance(0)
    expect(replacedAtMs).toEqual([0, 301 * SECOND_MS])
  })
})
