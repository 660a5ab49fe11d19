import { describe, expect, it, onTestFinished } from 'vitest'
import { createClock } from '#common/clock.ts'
import { platformError } from '#main/platform/failures.ts'
import type { Platform } from '#main/platform/platform.ts'
import { createMonitor } from '#main/site/monitor.ts'
import { pollingPhaseMs } from '#main/site/polling-phase.ts'
import { countBySecond, sum } from '#test/bench/fleet/seconds.ts'

const TERMINALS = 500
const RETURN_S = 30
const SETTLE_MS = 30_000

/** Many terminals at one platform, on one clock; the platform can go away. */
function startMany() {
  const clock = createClock({ startMs: 1_795_424_400_000, speed: 0 })
  let isDown = false
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const arrivedMs: number[] = []
  const liveSinceMs: number[] = []
  const platform = {
    execute(operation: { toString(): string }) {
      if (isDown) return Promise.reject(platformError('offline', 'gone', 'not-carried-out'))
      if (operation.toString().startsWith('query Refresh')) arrivedMs.push(clock.now())
      const data = { site: { label: '', company: null, cps: [] } }
      return Promise.resolve({
        data,
        errors: [],
        askedAtMs: clock.now(),
        atMs: clock.now(),
        bytes: 0,
      })
    },
  } as unknown as Platform
  const monitors = Array.from({ length: TERMINALS }, (_, index) =>
    createMonitor({
      ...{ platform, clock, log, choice: 'site', kept: null },
      phaseMs: pollingPhaseMs(`terminal ${index}`),
      role: () => 'ANYM',
      plan: () => ({ attemptIds: [], chargelogIds: [], meterSessionIds: [], busy: false }),
      onStatic: () => undefined,
      onReading: () => undefined,
      onMeters: () => undefined,
      onLink: (link) => {
        liveSinceMs[index] = link.state === 'live' ? link.sinceMs : Infinity
      },
    }),
  )
  onTestFinished(() => {
    for (const monitor of monitors) monitor.close()
  })
  return {
    clock,
    arrivedMs,
    liveSinceMs,
    /** All are switched on in the same moment, as after a power cut. */
    async settle() {
      for (const monitor of monitors) monitor.start()
      await new Promise(setImmediate)
      await clock.advance(SETTLE_MS)
    },
    setDown(down: boolean) {
      isDown = down
    },
  }
}

describe('500 terminals at one platform', () => {
  it('that were switched on together are spread half a minute later', async () => {
    const many = startMany()
    await many.settle()
    const fromMs = many.clock.now()
    await many.clock.advance(70_000)
    const seconds = countBySecond(many.arrivedMs, fromMs, 70)
    expect(sum(seconds)).toBe(TERMINALS * 5)
    expect(Math.max(...seconds)).toBeLessThanOrEqual((2 * sum(seconds)) / 70)
  })

  it.each([20_000, 60_000, 180_000])(
    'come back after an outage of %d ms within 30 s, and the highest second is within twice the mean',
    async (outageMs) => {
      const many = startMany()
      await many.settle()
      many.setDown(true)
      await many.clock.advance(outageMs)
      many.setDown(false)
      const returnedMs = many.clock.now()
      await many.clock.advance(RETURN_S * 1000)
      const seconds = countBySecond(many.arrivedMs, returnedMs, RETURN_S)
      expect(Math.max(...seconds)).toBeLessThanOrEqual((2 * sum(seconds)) / RETURN_S)
      expect(many.liveSinceMs).toHaveLength(TERMINALS)
      const waitsMs = many.liveSinceMs.map((sinceMs) => sinceMs - returnedMs)
      expect(Math.max(...waitsMs)).toBeLessThanOrEqual(RETURN_S * 1000)
    },
  )
})
