import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '#contract/errors.ts'
import { afterError } from '#main/charging/start/after-error.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import { platformError } from '#main/platform/failures.ts'
import type { Outcome } from '#main/platform/platform.ts'
import { startRecord } from './a-start.ts'

const AT_MS = 2_000
const outcomes: Outcome[] = ['refused', 'not-carried-out', 'unknown']
const payment: StartRecord['payment'] = {
  hold: { amount: 50, currency: 'EUR' },
  url: null,
  dueMs: 60_000,
  state: 'pending',
}
const after = (outcome: Outcome, over: Partial<StartRecord> = {}, code: ErrorCode = 'forbidden') =>
  afterError(startRecord(over), platformError(code, 'no', outcome), AT_MS)

describe('a start whose request failed', () => {
  it.each([
    ['refused', 'rejected', 'platform'],
    ['not-carried-out', 'failed', 'terminal'],
    ['unknown', 'unknown', 'terminal'],
  ] as const)('and that was %s is %s, as the %s says', (outcome, step, source) => {
    const start = after(outcome)
    expect(start.step).toBe(step)
    expect(start.history.at(-1)).toEqual({ step, source, atMs: AT_MS })
    expect(start.failure).toMatchObject({ code: 'forbidden', message: 'no' })
  })

  it('may be tried again where nothing was carried out, whatever the reason', () => {
    expect(after('not-carried-out').failure?.retryable).toBe(true)
    expect(after('refused').failure?.retryable).toBe(false)
    expect(after('unknown').failure?.retryable).toBe(false)
  })

  it('by an error that is not the platform’s is unknown', () => {
    const start = afterError(startRecord(), new TypeError('broken'), AT_MS)
    expect(start).toMatchObject({
      step: 'unknown',
      failure: { code: 'internal', message: 'The answer could not be read.' },
    })
  })

  it('keeps what it has come to meanwhile', () => {
    for (const step of ['chosen', 'accepted', 'charging', 'unknown'] as const) {
      const record = startRecord({ step })
      expect(afterError(record, platformError('offline', 'no', 'unknown'), AT_MS)).toBe(record)
    }
  })

  it('without a payment tells of no money', () => {
    for (const outcome of outcomes) {
      const start = after(outcome)
      expect(start.payment).toBeNull()
      expect(start.failure?.details).toBeUndefined()
    }
  })
})

describe('a start by phone whose request failed', () => {
  it.each([
    ['refused', 'refused', 'none'],
    ['not-carried-out', 'refused', 'none'],
    ['unknown', 'pending', 'may-remain'],
  ] as const)('and that was %s: the payment is %s, of the money %s', (outcome, state, hold) => {
    const start = after(outcome, { kind: 'phone', payment })
    expect(start.payment).toEqual({ ...payment, state })
    expect(start.failure?.details).toEqual({ hold })
  })
})

describe('a start by the guest’s own card whose request failed', () => {
  it.each(['forbidden', 'not-found', 'invalid'] as const)(
    'and was refused by %s: the card is not known, and another may be tried',
    (code) => {
      expect(after('refused', { kind: 'rfid' }, code).failure).toMatchObject({
        code: 'card-unknown',
        message: 'no',
        retryable: true,
      })
    },
  )

  it('is told otherwise where the card is not the reason', () => {
    expect(after('refused', { kind: 'rfid' }, 'rejected').failure?.code).toBe('rejected')
    expect(after('unknown', { kind: 'rfid' }).failure?.code).toBe('forbidden')
    expect(after('not-carried-out', { kind: 'rfid' }).failure?.code).toBe('forbidden')
    expect(after('refused', { kind: 'card' }).failure?.code).toBe('forbidden')
  })
})
