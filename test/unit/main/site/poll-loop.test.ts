import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import { createPollLoop } from '#main/site/poll-loop.ts'

const PAUSE_MS = 5_000

/** Refreshes that are answered when the test says so. */
function openLoop(isOff = false) {
  const clock = createClock({ startMs: 0, speed: 0 })
  const runs: { readonly signal: AbortSignal; answer(): void }[] = []
  const tookMs: number[] = []
  const loop = createPollLoop({
    clock,
    isOff,
    run: (signal) =>
      new Promise((resolve) => {
        runs.push({ signal, answer: resolve })
        signal.addEventListener('abort', () => {
          resolve()
        })
      }),
    pauseMs(lastTookMs) {
      tookMs.push(lastTookMs)
      return PAUSE_MS
    },
  })
  const answer = async (): Promise<void> => {
    runs.at(-1)?.answer()
    await clock.advance(0)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { clock, loop, runs, tookMs, answer }
}

describe('the loop of refreshes', () => {
  it('runs one, and the next after the pause', async () => {
    const { clock, loop, runs, tookMs, answer } = openLoop()
    loop.now()
    await clock.advance(700)
    await answer()
    expect(tookMs).toEqual([700])
    await clock.advance(PAUSE_MS - 1)
    expect(runs).toHaveLength(1)
    await clock.advance(1)
    expect(runs).toHaveLength(2)
  })

  it('runs one at a time: what is asked for meanwhile follows without a pause', async () => {
    const { clock, loop, runs, answer } = openLoop()
    loop.now()
    loop.now()
    loop.now()
    expect(runs).toHaveLength(1)
    await answer()
    await clock.advance(0)
    expect(runs).toHaveLength(2)
    await answer()
    await clock.advance(PAUSE_MS - 1)
    expect(runs).toHaveLength(2)
  })

  it('lets one that hangs give way, and waits for a young one', async () => {
    const { clock, loop, runs } = openLoop()
    loop.now()
    await clock.advance(999)
    loop.afresh(1_000)
    expect(runs).toHaveLength(1)
    await clock.advance(1)
    loop.afresh(1_000)
    expect(runs.map(({ signal }) => signal.aborted)).toEqual([true, false])
  })

  it('goes on after one that gave way as after any other', async () => {
    const { clock, loop, runs, answer } = openLoop()
    loop.now()
    loop.afresh(0)
    await answer()
    await clock.advance(PAUSE_MS)
    expect(runs).toHaveLength(3)
    expect(runs.at(-1)?.signal.aborted).toBe(false)
  })

  it('ends what is under way when it is closed, and runs nothing more', async () => {
    const { clock, loop, runs } = openLoop()
    loop.now()
    loop.close()
    expect(runs[0]?.signal.aborted).toBe(true)
    loop.now()
    loop.afresh(0)
    await clock.advance(10 * PAUSE_MS)
    expect(runs).toHaveLength(1)
  })

  it('runs nothing where it is off', async () => {
    const { clock, loop, runs } = openLoop(true)
    loop.now()
    loop.afresh(0)
    await clock.advance(PAUSE_MS)
    expect(runs).toEqual([])
  })
})
