import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import { createWatchdog } from '#main/shell/watchdog.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const SECOND_MS = 1_000

/** A window that answers each probe with words, seen or not. */
function startWatchdog() {
  const clock = createClock({ startMs: 0, speed: 0 })
  let sight: 'seen' | 'hidden' | 'hidden for good' = 'seen'
  let answers = true
  const told: string[] = []
  const tell = (what: string): void => {
    told.push(`${what} at ${String(clock.now() / SECOND_MS)} s`)
  }
  const watchdog = createWatchdog({
    ...{ clock, log: createQuietLog(), relaunches: 0 },
    probe: (probe) => {
      if (answers) watchdog.alive(probe, true)
    },
    isVisible: () => sight === 'seen',
    show() {
      tell('shown')
      if (sight === 'hidden') sight = 'seen'
    },
    replace({ reason }) {
      tell(reason)
    },
    relaunch: () => undefined,
    processorTime: () => ({ ranMs: 4, freeMs: 1_190 }),
  })
  watchdog.start()
  return {
    ...{ clock, watchdog, told },
    hide: (how: 'hidden' | 'hidden for good') => (sight = how),
    silence: () => (answers = false),
  }
}

describe('a window that nobody can see', () => {
  it('is shown once it has loaded, and stays if that helps', async () => {
    const { clock, watchdog, told, hide } = startWatchdog()
    hide('hidden')
    watchdog.loaded()
    expect(watchdog.record()).toMatchObject({ visible: false })
    await clock.advance(60 * SECOND_MS)
    expect(told).toEqual(['shown at 2.4 s'])
    expect(watchdog.record()).toMatchObject({ visible: true })
  })

  it('is replaced where showing it does not help, whatever it answers', async () => {
    const { clock, watchdog, told, hide } = startWatchdog()
    watchdog.loaded()
    await clock.advance(6 * SECOND_MS)
    hide('hidden for good')
    await clock.advance(5 * SECOND_MS)
    expect(told).toEqual(['shown at 8.4 s', 'cannot be seen at 10.8 s'])
  })

  it('is waited for while it loads', async () => {
    const { clock, told, hide, silence } = startWatchdog()
    hide('hidden for good')
    silence()
    await clock.advance(15 * SECOND_MS)
    expect(told).toEqual([])
  })
})
