import { expect, it } from 'vitest'
import type { FailedStart } from '#contract/failed-starts.ts'
import { adviceOf, failedSince, helpsToCall } from '#renderer/desk/sessions/failed-starts.ts'

const aStart = (start: Partial<FailedStart> = {}): FailedStart => ({
  ...{ id: 1, startId: 's1', atMs: 1_000, connectorId: 'c1', connectorNumber: '5' },
  ...{ evseId: null, kind: 'card', option: null, startedBy: 'guest', step: 'rejected' },
  ...{ end: 'rejected', code: 'rejected', reason: null, beganAtMs: null },
  ...start,
})

it('the operator is called for what nobody on site can mend, and not once it charges', () => {
  expect(helpsToCall(aStart())).toBe(true)
  expect(helpsToCall(aStart({ code: 'timed-out' }))).toBe(false)
  expect(helpsToCall(aStart({ code: 'start-expired', end: 'timed-out' }))).toBe(true)
  expect(helpsToCall(aStart({ reason: 'ConcurrentTx' }))).toBe(false)
  expect(helpsToCall(aStart({ beganAtMs: 2_000 }))).toBe(false)
})

it('counts those of today, and says where there may be more than were asked for', () => {
  const starts = [aStart({ atMs: 3_000 }), aStart({ atMs: 2_000 }), aStart({ atMs: 1_000 })]
  expect(failedSince(starts, 2_000, 3)).toEqual({ count: 2, more: false })
  expect(failedSince(starts, 1_000, 3)).toEqual({ count: 3, more: true })
})

it.each([
  ['EV not ready', 'car'],
  ['EVCommunicationError', 'car'],
  ['Kabel nicht gesteckt', 'car'],
  ['ConnectorLockFailure', 'lock'],
  ['Occupied', 'taken'],
  ['Reserved for another driver', 'taken'],
  ['ConcurrentTx', 'card'],
  ['Blocked', 'card'],
  ['GroundFailure', 'station'],
  ['Charge point offline', 'station'],
])('the advice after "%s" is about: %s', (reason, advice) => {
  expect(adviceOf(aStart({ reason }))).toBe(advice)
})

it('without a reason that is known the advice goes by the end, else by the code', () => {
  expect(adviceOf(aStart({ end: 'timed-out' }))).toBe('late')
  expect(adviceOf(aStart())).toBeNull()
  expect(adviceOf(aStart({ reason: '42' }))).toBeNull()
})
