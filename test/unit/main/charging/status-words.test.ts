import { describe, expect, it } from 'vitest'
import {
  saysAccepted,
  saysBegun,
  saysRefused,
  saysRejected,
  saysReleased,
  saysTimedOut,
  saysUnknownCard,
  sessionStatus,
  statusWord,
} from '#main/charging/api/status-words.ts'

type Says = (text: string | null | undefined) => boolean

const readers: [name: string, says: Says, yes: string[], no: string[]][] = [
  [
    'rejected',
    saysRejected,
    ['REJECTED', 'Refused by the station', 'access denied', 'Declined'],
    ['accepted', 'failed', 'cancelled', 'timeout'],
  ],
  [
    'timed out',
    saysTimedOut,
    ['TIMEOUT', 'timed out', 'TIMED_OUT', 'time-out', 'times out', 'timedout', 'Expired'],
    ['time is left', 'timekeeping: out of order', 'timex out', 'rejected', 'accepted'],
  ],
  [
    'refused',
    saysRefused,
    ['rejected', 'refused', 'denied', 'declined', 'FAILED', 'Canceled', 'error 5', 'aborted'],
    ['accepted', 'pending', 'expired'],
  ],
  ['accepted', saysAccepted, ['ACCEPTED', 'Success', 'started'], ['not accepted', 'pending']],
  ['begun', saysBegun, ['STARTED', 'Success'], ['accepted', 'restarted', 'pending']],
  [
    'released',
    saysReleased,
    ['Released', 'voided', 'REFUNDED', 'reversed'],
    ['held', 'captured', 'accepted'],
  ],
  [
    'card unknown',
    saysUnknownCard,
    [
      ...['Invalid', 'BLOCKED', 'unauthorized', 'unauthorised'],
      ...['unknown card', 'UnknownTag', 'UNKNOWN_ID', 'unknown-  tag'],
    ],
    ['accepted', 'unknown', 'unknown station', 'unknown, card', 'authorized'],
  ],
]

describe.each(readers)('a text that says %s', (_name, says, yes, no) => {
  it.each(yes)('is %j', (text) => {
    expect(says(text)).toBe(true)
  })

  it.each(['', null, undefined, ...no])('is not %j', (text) => {
    expect(says(text)).toBe(false)
  })
})

describe('the words of the platform', () => {
  it('are read as everywhere', () => {
    expect(statusWord('WAITING_FOR_TRANSACTION')).toBe('waitingfortransaction')
    expect(sessionStatus('stopped')).toBe('stopped')
  })
})
