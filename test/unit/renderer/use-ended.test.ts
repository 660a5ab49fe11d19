import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import type { Session } from '#contract/charging.ts'
import { useEnded } from '#renderer/desk/live/use-ended.ts'
import { useLive } from '#renderer/live/live.ts'
import { aSession } from './fakes.ts'

let scope = effectScope()
beforeEach(() => {
  setActivePinia(createPinia())
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
})

function looked(session: Session | undefined) {
  const running = shallowRef(session)
  const parts = scope.run(() => useEnded(() => running.value))
  if (!parts) throw new Error('no scope')
  return { running, ...parts }
}

it('a session that is stopped stays, also once main has let go of it, until another guest comes', async () => {
  const { running, ended, forget } = looked(aSession({ id: 's1' }))
  const stopped = aSession({ id: 's1', status: 'stopped', energyKWh: 14.2 })
  running.value = stopped
  await nextTick()
  expect(ended.value).toEqual(stopped)
  running.value = undefined
  await nextTick()
  expect(ended.value?.energyKWh).toBe(14.2)
  forget()
  expect(ended.value).toBeNull()
})

it('its bill follows as it comes; the next session takes its place', async () => {
  const { running, ended } = looked(aSession({ id: 's1' }))
  running.value = aSession({ id: 's1', status: 'stopped', energyKWh: 14.2 })
  await nextTick()
  useLive().sessions.set('s1', aSession({ id: 's1', status: 'stopped', energyKWh: 14.3 }))
  await nextTick()
  expect(ended.value?.energyKWh).toBe(14.3)
  running.value = aSession({ id: 's2' })
  await nextTick()
  expect(ended.value).toBeNull()
})
