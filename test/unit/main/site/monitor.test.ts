import { expect, it, onTestFinished } from 'vitest'
import { createClock } from '#common/clock.ts'
import type { Platform } from '#main/platform/platform.ts'
import { createMonitor } from '#main/site/monitor.ts'

it('asks again at once where the clock has jumped while the answer was on its way', async () => {
  const clock = createClock({ startMs: 1_795_424_400_000, speed: 0 })
  const jumpsMs = [3_600_000]
  const askedMs: number[] = []
  const platform = {
    async execute(operation: { toString(): string }) {
      const askedAtMs = clock.now()
      if (operation.toString().startsWith('query Refresh')) {
        askedMs.push(askedAtMs)
        await clock.advance(jumpsMs.shift() ?? 0)
      }
      const data = { site: { label: '', company: null, cps: [] } }
      return { data, errors: [], askedAtMs, atMs: clock.now(), bytes: 0 }
    },
  } as unknown as Platform
  const monitor = createMonitor({
    ...{ platform, clock, choice: 'site', kept: null, phaseMs: 0 },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    role: () => 'ANYM',
    plan: () => ({ attemptIds: [], chargelogIds: [], meterSessionIds: [], busy: false }),
    onStatic: () => undefined,
    onReading: () => undefined,
    onMeters: () => undefined,
    onLink: () => undefined,
  })
  onTestFinished(() => monitor.close())
  const resolved = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  monitor.start()
  await resolved()
  await clock.advance(0)
  await resolved()
  expect(askedMs).toEqual([1_795_424_400_000, 1_795_428_000_000])
  await clock.advance(1_000)
  expect(askedMs).toHaveLength(2)
})
