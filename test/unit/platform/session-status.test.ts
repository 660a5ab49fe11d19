import { describe, expect, it } from 'vitest'
import { sessionStatus } from '#platform/session-status.ts'

describe('the status of a session', () => {
  it.each([
    ...['stopped', 'stopped ', 'STOP', 'roaming_stop', 'roaming_stopped'],
    ...['completed', 'COMPLETED', 'ended', 'finished', 'invoiced', 'closed'],
  ])('%j is over', (word) => {
    expect(sessionStatus(word)).toBe('stopped')
  })

  it.each([
    ['started', 'charging'],
    ['ROAMING_START', 'charging'],
    ['waiting_for_transaction', 'waiting'],
    ['Roaming waiting for transaction', 'waiting'],
  ])('%j is %s', (word, status) => {
    expect(sessionStatus(word)).toBe(status)
  })

  it.each(['', 'hovering', 'not stopped', 'unfinished'])('%j is not known', (word) => {
    expect(sessionStatus(word)).toBe('unknown')
  })
})
