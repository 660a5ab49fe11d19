import { expect, test } from '@playwright/test'
import { runSoak } from '#test/soak/run.ts'

/** What a short story cannot tell: these fill up to a limit that takes days to reach. */
const FILLS_UP = /bytes|starts|stops|power_curves|audit/

test('days in minutes: in two busy hours nothing is lost, and nothing adds up', async () => {
  test.setTimeout(240_000)
  const soak = await runSoak({ days: 2 / 24, warmUpDays: 1 / 24, seed: 5, note: () => undefined })
  expect(soak.guests.reasons).toEqual([])
  expect(soak.guests.started).toBeGreaterThan(3)
  expect(soak.guests.stopped).toBeGreaterThan(1)
  expect(soak.sessions).toBeGreaterThan(100)
  expect(soak.trouble.cuts).toBe(1)
  const [first, second] = soak.samples
  for (const [name, count] of Object.entries(first?.values ?? {})) {
    if (FILLS_UP.test(name)) continue
    expect.soft((second?.values[name] ?? 0) - count, name).toBeLessThanOrEqual(0.05 * count + 6)
  }
})
