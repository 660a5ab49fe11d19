import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '#contract/errors.ts'
import {
  freeInstead,
  isLockStuck,
  nextAfterFailure,
} from '#renderer/charging/next-after-failure.ts'
import { aConnector } from '#test/support/entities.ts'
import { aFailure, aStart } from './fakes.ts'

const refused = (reason: string) =>
  aStart({
    step: 'rejected',
    failure: { ...aFailure('rejected'), details: { reason } },
  })

describe('what helps after a start that did not work', () => {
  it.each<[ErrorCode, string]>([
    ['offline', 'again'],
    ['timed-out', 'again'],
    ['payment-refused', 'again'],
    ['payment-overdue', 'again'],
    ['rejected', 'again'],
    ['connector-busy', 'other'],
    ['connector-late', 'other'],
    ['connector-not-startable', 'other'],
    ['forbidden', 'help'],
    ['needs-desk', 'help'],
    ['too-many-starts', 'help'],
  ])('goes by its cause: %s → %s', (code, next) => {
    expect(nextAfterFailure(aStart({ step: 'failed', failure: aFailure(code) }))).toBe(next)
  })

  it.each([
    ['Cable lock is jammed.', 'other'],
    ['The cable lock is jammed.', 'other'],
    ['Ground fault detected', 'other'],
    ['Connector is busy', 'again'],
    ['Declined for now', 'again'],
  ])(
    'is another plug where the station says what no second try mends: “%s” → %s',
    (reason, next) => {
      expect(nextAfterFailure(refused(reason))).toBe(next)
    },
  )

  it('is the same again where nobody says why: no cable came, or nothing is known', () => {
    expect(nextAfterFailure(aStart({ step: 'timed-out', failure: null }))).toBe('again')
    expect(nextAfterFailure(undefined)).toBe('again')
  })

  it('tells of the cable lock only where the station does', () => {
    expect(isLockStuck(refused('Cable lock is jammed.'))).toBe(true)
    expect(isLockStuck(refused('blocked by the operator'))).toBe(false)
    expect(isLockStuck(undefined)).toBe(false)
  })
})

describe('the plug that is offered instead', () => {
  const own = aConnector()
  const other = (id: string, over = {}) => aConnector({ id, ...over })

  it('is a free one for the same car, the fastest first', () => {
    const slow = other('c2', { maxPowerKW: 11 })
    const fast = other('c3', { maxPowerKW: 22 })
    expect(freeInstead([own, slow, fast], own)?.id).toBe('c3')
  })

  it('is none that is in use, closed, not seen, or does not fit', () => {
    const unfit = [
      other('c2', { state: 'charging' }),
      other('c3', { startBlock: 'maintenance' }),
      other('c4', { freshness: 'late' }),
      other('c5', { plug: 'ccs' }),
    ]
    expect(freeInstead([own, ...unfit], own)).toBeNull()
    expect(freeInstead([own], undefined)).toBeNull()
  })
})
