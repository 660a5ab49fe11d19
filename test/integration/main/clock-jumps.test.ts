import { afterEach, describe, expect, it, vi } from 'vitest'
import { createClock } from '#common/clock.ts'
import { startStand, type Stand } from './stand.ts'

const HOUR_MS = 3_600_000

afterEach(() => {
  vi.restoreAllMocks()
})

/** The machine's time is another one from now on; the platform's is not. */
function setMachine(stand: Stand, byMs: number): void {
  const shiftedMs = Date.now() + byMs - performance.now()
  vi.spyOn(Date, 'now').mockImplementation(() => shiftedMs + performance.now())
  stand.clock.followMachine()
}

const isLive = (stand: Stand): boolean => stand.model().link.state === 'live'

const live = (stand: Stand): Promise<void> =>
  vi.waitFor(
    () => {
      stand.touch()
      expect(isLive(stand)).toBe(true)
    },
    { timeout: 20_000, interval: 50 },
  )

/** A terminal on its own machine's clock, at a platform that keeps its own time. */
const start = (offMs = 0): Promise<Stand> =>
  startStand({ speed: 1, startMs: Date.now() + offMs, platformClock: createClock() })

describe('a clock', () => {
  it.each([-7 * HOUR_MS, 9 * HOUR_MS])(
    'that is wrong by %d ms at boot signs in and is live all the same',
    async (offMs) => {
      const stand = await start(offMs)
      await live(stand)
      expect(stand.trouble()).toBeNull()
    },
  )

  it('that jumps by hours, both ways, never shows late values as live, and is live again', async () => {
    const stand = await start()
    await live(stand)
    for (const hours of [5, -9, 11, -8]) {
      await stand.simulator.control.setFault('refuse')
      setMachine(stand, hours * HOUR_MS)
      const { connectors } = stand.model()
      // Nothing that was read before a jump forward is live after it.
      if (hours > 0) expect(connectors.every(({ freshness }) => freshness !== 'live')).toBe(true)
      await vi.waitFor(
        () => {
          stand.touch()
          const { link, connectors: now } = stand.model()
          expect(link.state).toBe('lost')
          expect(now.every(({ freshness }) => freshness === 'late')).toBe(true)
        },
        { timeout: 20_000, interval: 50 },
      )
      await stand.simulator.control.clearFaults()
      await live(stand)
    }
    expect(stand.trouble()).toBeNull()
    const jumps = stand.logLines.filter((line) => line.includes('broke'))
    expect(jumps).toEqual([])
  }, 60_000)

  it('that is set back makes no rest after a refused sign-in longer', async () => {
    const stand = await startStand({
      ...{ speed: 1, startMs: Date.now(), platformClock: createClock() },
      account: { key: 'wrong' },
    })
    await vi.waitFor(
      () => {
        stand.touch()
        expect(stand.trouble()?.code).toBe('wrong-key')
      },
      { timeout: 20_000, interval: 50 },
    )
    stand.sentSince()
    setMachine(stand, -6 * HOUR_MS)
    await vi.waitFor(
      () => {
        stand.touch()
        expect(stand.sentSince()).toContain('InitSession')
      },
      { timeout: 20_000, interval: 100 },
    )
  })
})
