import { describe, expect, it } from 'vitest'
import { createClock, type AdjustableClock } from '#common/clock.ts'
import { LONG, pinLimits, SHORT } from '#main/desk/pin-limits.ts'
import { CommandError } from '#main/core/errors.ts'
import { createCodeGuard, type CodeGuard } from '#main/secrets/code-guard.ts'
import type { CodeTries, TriesStore } from '#main/storage/tries.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const MONTH_MS = 30 * 24 * HOUR_MS

function createRig() {
  const clock = createClock({ startMs: Date.parse('2026-11-23T08:00:00Z'), speed: 0 })
  const kept = new Map<string, CodeTries>()
  const store: TriesStore = {
    tries: () => [...kept.values()],
    saveTries: (tries) => void kept.set(tries.subject, tries),
    forgetTries: (subject) => void kept.delete(subject),
  }
  return {
    clock,
    open: () => createCodeGuard({ store, clock, code: 'wrong-pin', limits: pinLimits }),
  }
}

/** Whether a wrong one was looked at. */
function tryOne(guard: CodeGuard, count: string): boolean {
  try {
    guard.admit(count)
  } catch (error) {
    if (error instanceof CommandError) return false
    throw error
  }
  guard.wrong(count)
  return true
}

/** Short and long ones, as soon as they are taken, in bursts of `burst` with a rest of `restMs`. */
async function tryForAMonth(
  clock: AdjustableClock,
  guard: () => CodeGuard,
  rhythm: { burst: number; restMs: number },
): Promise<number> {
  const endMs = clock.now() + MONTH_MS
  let lookedAt = 0
  while (clock.now() < endMs) {
    for (let inBurst = 0; inBurst < rhythm.burst; inBurst += 1) {
      for (const count of [SHORT, LONG]) if (tryOne(guard(), count)) lookedAt += 1
      await clock.advance(30_000)
    }
    await clock.advance(rhythm.restMs)
  }
  return lookedAt
}

describe('whoever tries PINs by machine for 30 days', () => {
  it.each([
    ['without a rest', { burst: 1, restMs: 10 * MINUTE_MS }],
    ['with an hour’s rest after eight', { burst: 8, restMs: HOUR_MS }],
    ['with a day’s rest after fifty', { burst: 50, restMs: 24 * HOUR_MS }],
  ])('gets fewer than 500 looked at, %s', async (_name, rhythm) => {
    const { clock, open } = createRig()
    const guard = open()
    const lookedAt = await tryForAMonth(clock, () => guard, rhythm)
    expect(lookedAt).toBeGreaterThan(100)
    expect(lookedAt).toBeLessThan(500)
  })

  it('gets no more by pulling the plug after each', async () => {
    const { clock, open } = createRig()
    const rhythm = { burst: 1, restMs: 10 * MINUTE_MS }
    expect(await tryForAMonth(clock, open, rhythm)).toBeLessThan(500)
  })

  it('gets few more by coming in with a PIN of their own in between', async () => {
    const { clock, open } = createRig()
    const guard = open()
    const endMs = clock.now() + MONTH_MS
    let lookedAt = 0
    while (clock.now() < endMs) {
      if (tryOne(guard, LONG)) lookedAt += 1
      guard.right(LONG)
      await clock.advance(MINUTE_MS)
    }
    expect(lookedAt).toBeLessThanOrEqual(30 + 240 + 20 + 360 + 3)
  })
})

describe('an honest typo', () => {
  it('costs nothing, once or twice at a time, twenty times a day', async () => {
    const { clock, open } = createRig()
    const guard = open()
    for (let visit = 0; visit < 20; visit += 1) {
      expect(tryOne(guard, SHORT)).toBe(true)
      await clock.advance(5_000)
      expect(() => {
        guard.admit(SHORT)
      }).not.toThrow()
      guard.right(SHORT)
      await clock.advance(30 * MINUTE_MS)
    }
  })
})
