import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import { createKeyedTimers } from '#main/core/keyed-timers.ts'

function createRig() {
  const clock = createClock({ startMs: 0, speed: 0 })
  const timers = createKeyedTimers(clock)
  const fired: string[] = []
  const set = (key: string, delayMs: number, name = key): void => {
    timers.set(key, delayMs, () => fired.push(name))
  }
  return { clock, timers, fired, set }
}

describe('timers by their keys', () => {
  it('run once each, when they are due', async () => {
    const { clock, fired, set } = createRig()
    set('b', 200)
    set('a', 100)
    await clock.advance(150)
    expect(fired).toEqual(['a'])
    await clock.advance(1_000)
    expect(fired).toEqual(['a', 'b'])
  })

  it('a new one takes the place of the one before', async () => {
    const { clock, fired, set } = createRig()
    set('a', 100, 'first')
    set('a', 200, 'second')
    await clock.advance(1_000)
    expect(fired).toEqual(['second'])
  })

  it('may be set again while it runs', async () => {
    const { clock, timers, fired, set } = createRig()
    timers.set('a', 100, () => {
      set('a', 100, 'again')
    })
    await clock.advance(1_000)
    expect(fired).toEqual(['again'])
  })

  it('do not run once they are cancelled, one or all', async () => {
    const { clock, timers, fired, set } = createRig()
    for (const key of ['a', 'b', 'c']) set(key, 100)
    timers.cancel('a')
    timers.cancel('unknown')
    await clock.advance(50)
    expect(fired).toEqual([])
    timers.cancelAll()
    await clock.advance(1_000)
    expect(fired).toEqual([])
  })
})
