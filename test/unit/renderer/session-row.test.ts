import { describe, expect, it } from 'vitest'
import { durationOf } from '#renderer/desk/sessions/session-row.ts'
import { aSession, MINUTE_MS, NOW_MS } from './fakes.ts'

const startedAtMs = NOW_MS - 30 * MINUTE_MS
const endedAtMs = NOW_MS - 10 * MINUTE_MS
const followed = aSession({ status: 'charging', startedAtMs: NOW_MS - 25 * MINUTE_MS })
const ended = aSession({ status: 'stopped', startedAtMs })

describe('how long a session takes', () => {
  it.each([
    ['charging', null, followed, 25],
    ['unknown', null, followed, 25],
    ['charging', null, { ...followed, startedAtMs: NOW_MS + MINUTE_MS }, 0],
    ['charging', null, { ...followed, startedAtMs: null }, null],
    ['charging', null, ended, null],
    ['charging', null, null, null],
    ['stopped', endedAtMs, ended, 20],
    ['stopped', endedAtMs, null, 20],
    ['stopped', null, null, null],
  ] as const)('%s, ended at %s', (status, until, live, minutes) => {
    const ms = durationOf({ status, startedAtMs, endedAtMs: until }, live, NOW_MS)
    expect(ms).toBe(minutes === null ? null : minutes * MINUTE_MS)
  })
})
