import { describe, expect, it } from 'vitest'
import { stopRefusal } from '#main/charging/stop/stop-table.ts'

type Answer = NonNullable<Parameters<typeof stopRefusal>[0]>

const nothing = { status: null, code: null, message: null, title: null } as Answer
const isRefused = (told: Partial<Answer>): boolean => stopRefusal({ ...nothing, ...told }) !== null

describe('the answer to a stop', () => {
  it.each([
    ['Rejected', true],
    ['REFUSED', true],
    ['Denied', true],
    ['Failed', true],
    ['Error', true],
    ['Unsupported', true],
    ['NOT_POSSIBLE', true],
    ['UnknownTransaction', true],
    ['Accepted', false],
    ['SENT', false],
    ['Scheduled', false],
  ])('with the status %s is a refusal: %s', (status, refused) => {
    expect(isRefused({ status })).toBe(refused)
  })

  it.each([
    [{ message: 'The station rejected it' }, true],
    [{ code: 400 }, true],
    [{ code: 500 }, true],
    [{ code: 399 }, false],
    [{ code: 200 }, false],
    [{ message: 'failed' }, false],
    [{}, false],
    [{ status: '  ', code: 409 }, true],
  ])('without a status is told by its code, or a message that says no: %j', (told, refused) => {
    expect(isRefused(told)).toBe(refused)
  })

  it('goes by its status, whatever code and message are beside it', () => {
    expect(isRefused({ status: 'Accepted', code: 500, message: 'rejected' })).toBe(false)
    expect(isRefused({ status: 'Rejected', code: 200, message: 'fine' })).toBe(true)
  })

  it('that is none is no refusal', () => {
    expect(stopRefusal(null)).toBeNull()
  })

  it('that says no is told as delivered, and may be tried again', () => {
    const told = { status: 'Rejected', message: 'No such session', title: 'Stop' }
    expect(stopRefusal({ ...nothing, ...told })).toEqual({
      code: 'rejected',
      message: 'No such session',
      retryable: true,
      details: told,
    })
    expect(stopRefusal({ ...nothing, status: 'Rejected', title: 'Stop' })).toMatchObject({
      message: 'Stop',
      details: { status: 'Rejected', title: 'Stop' },
    })
    const bare = stopRefusal({ ...nothing, code: 400 })
    expect(bare).toMatchObject({ message: 'The station refused to stop.' })
    expect(bare?.details).toEqual({})
  })
})
