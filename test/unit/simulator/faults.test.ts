import { expect, test } from 'vitest'
import { createFaults } from '#simulator/faults/faults.ts'

test('a fault is there until it is cleared', () => {
  const faults = createFaults()
  faults.set('hang')
  expect(faults.take('hang')).toBeDefined()
  expect(faults.take('hang')).toBeDefined()
  faults.clear('hang')
  expect(faults.take('hang')).toBeUndefined()
})

test('with times it clears itself and tells so', () => {
  const faults = createFaults()
  const changes: string[] = []
  faults.onChange((name, isOn) => changes.push(`${name} ${isOn ? 'on' : 'off'}`))
  faults.set('delay', { ms: 10, times: 2 })
  faults.take('delay')
  expect(faults.peek('delay')).toBeDefined()
  faults.take('delay')
  expect(faults.peek('delay')).toBeUndefined()
  expect(changes).toEqual(['delay on', 'delay off'])
})

test('limited to operations it leaves the others alone', () => {
  const faults = createFaults()
  faults.set('status', { code: 503, operations: ['site'], times: 1 })
  expect(faults.take('status', ['contact'])).toBeUndefined()
  expect(faults.take('status', ['contact', 'site'])).toMatchObject({ code: 503 })
})

test('all are cleared at once', () => {
  const faults = createFaults()
  faults.set('hang')
  faults.set('clockSkew')
  expect(faults.skewMs()).toBe(120_000)
  faults.clearAll()
  expect(faults.peek('hang')).toBeUndefined()
  expect(faults.skewMs()).toBe(0)
})
