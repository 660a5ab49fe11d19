import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createClock } from '#common/clock.ts'

describe('the clock', () => {
  it('moves only by advance when its speed is 0, and fires timers in order of their time', async () => {
    const clock = createClock({ startMs: 1000, speed: 0 })
    const fired: string[] = []
    clock.setTimer(200, () => fired.push(`late at ${clock.now()}`))
    clock.setTimer(100, () => fired.push(`early at ${clock.now()}`))
    await clock.advance(150)
    expect(fired).toEqual(['early at 1100'])
    await clock.advance(50)
    expect(fired).toEqual(['early at 1100', 'late at 1200'])
  })

  it('lets a sleeper go on before later timers fire', async () => {
    const clock = createClock({ startMs: 0, speed: 0 })
    const seen: number[] = []
    const sleeper = (async () => {
      await clock.sleep(10)
      seen.push(clock.now())
      await clock.sleep(10)
      seen.push(clock.now())
    })()
    await clock.advance(30)
    await sleeper
    expect(seen).toEqual([10, 20])
  })

  it('rejects a sleep that is aborted and forgets its timer', async () => {
    const clock = createClock({ startMs: 0, speed: 0 })
    const abort = new AbortController()
    const sleep = clock.sleep(10, abort.signal)
    abort.abort(new Error('left'))
    await expect(sleep).rejects.toThrow('left')
  })

  it('runs faster than the machine by its speed', async () => {
    const clock = createClock({ startMs: 0, speed: 1000 })
    await clock.sleep(500)
    expect(clock.now()).toBeGreaterThanOrEqual(500)
  })

  it('tells who extrapolates from it when its hands are moved', async () => {
    const clock = createClock({ startMs: 0, speed: 0 })
    let jumps = 0
    const off = clock.onJump(() => jumps++)
    await clock.advance(1000)
    off()
    await clock.advance(1000)
    expect(jumps).toBe(1)
  })

  it.each([
    ['after the machine slept', 3_600_000],
    ['after its time was set back', -3_600_000],
  ])("takes up the machine's time again %s", (_name, driftMs) => {
    const clock = createClock()
    let jumps = 0
    clock.onJump(() => jumps++)
    clock.followMachine()
    expect(jumps).toBe(0)
    const machine = vi.spyOn(Date, 'now').mockReturnValue(clock.now() + driftMs)
    onTestFinished(() => {
      machine.mockRestore()
    })
    const before = clock.now()
    clock.followMachine()
    expect(Math.abs(clock.now() - before - driftMs)).toBeLessThan(1_000)
    expect(jumps).toBe(1)
  })

  it('fires what fell due while the machine slept, and keeps delays when it is set back', () => {
    const clock = createClock()
    const fired: string[] = []
    clock.setTimer(60_000, () => fired.push('soon'))
    clock.setTimer(7_200_000, () => fired.push('later'))
    const machine = vi.spyOn(Date, 'now').mockReturnValue(clock.now() - 3_600_000)
    onTestFinished(() => {
      machine.mockRestore()
    })
    clock.followMachine()
    expect(fired).toEqual([])
    machine.mockReturnValue(clock.now() + 61_000)
    clock.followMachine()
    expect(fired).toEqual(['soon'])
  })

  it("goes its own way at another speed than the machine's", () => {
    const clock = createClock({ startMs: 0, speed: 60 })
    clock.followMachine()
    expect(clock.now()).toBeLessThan(60_000)
  })
})
