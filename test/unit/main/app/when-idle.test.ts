import { expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import { whenIdle } from '#main/app/when-idle.ts'

const MINUTE_MS = 60_000

function rig() {
  const clock = createClock({ startMs: 0, speed: 0 })
  let touchedMs = clock.now()
  let ended = 0
  const stop = whenIdle({
    clock,
    touchedAtMs: () => touchedMs,
    afterMs: 30 * MINUTE_MS,
    end: () => (ended += 1),
  })
  return {
    stop,
    pass: (minutes: number) => clock.advance(minutes * MINUTE_MS),
    touch: () => (touchedMs = clock.now()),
    ended: () => ended,
  }
}

it('ends once, when nobody has touched anything for so long', async () => {
  const { pass, touch, ended } = rig()
  await pass(20)
  touch()
  await pass(29)
  expect(ended()).toBe(0)
  await pass(1)
  expect(ended()).toBe(1)
  await pass(120)
  expect(ended()).toBe(1)
})

it('ends nothing that was ended by hand', async () => {
  const { stop, pass, ended } = rig()
  await pass(20)
  stop()
  await pass(60)
  expect(ended()).toBe(0)
})
