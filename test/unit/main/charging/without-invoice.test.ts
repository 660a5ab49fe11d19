import { describe, expect, it } from 'vitest'
import type { RemoteStartReading } from '#main/charging/api/charging-api.ts'
import { afterRemoteStart } from '#main/charging/start/kinds/without-invoice.ts'
import { startRecord } from './a-start.ts'

const AT_MS = 2_000
const nothing: RemoteStartReading = {
  attemptId: null,
  transaction: null,
  status: null,
  message: null,
}
const after = (told: Partial<RemoteStartReading> | null) =>
  afterRemoteStart(startRecord(), told && { ...nothing, ...told }, AT_MS)

describe('a start after the answer to remoteStart', () => {
  it('is unknown where the answer names nothing', () => {
    for (const start of [after(null), after({}), after({ status: 'ACCEPTED' })]) {
      expect(start).toMatchObject({ step: 'unknown', attemptId: null, transaction: null })
      expect(start.history.at(-1)).toEqual({ step: 'unknown', source: 'platform', atMs: AT_MS })
    }
  })

  it('is accepted where it names a transaction or an attempt', () => {
    expect(after({ transaction: 't1' })).toMatchObject({
      step: 'accepted',
      transaction: 't1',
      attemptId: null,
    })
    expect(after({ attemptId: 'a1' })).toMatchObject({ step: 'accepted', attemptId: 'a1' })
    expect(after({ attemptId: 'a1' }).history.at(-1)?.source).toBe('platform')
  })

  it('is followed by the attempt that it names', () => {
    const told = { attemptId: 'a1', transaction: 't1' }
    expect(after({ ...told, status: 'ACCEPTED' })).toMatchObject({
      step: 'accepted',
      attemptId: 'a1',
      transaction: 't1',
      chargelogId: null,
      failure: null,
    })
    expect(after({ ...told, status: 'SENT', message: 'rejected' })).toMatchObject({
      step: 'requested',
      failure: null,
    })
  })

  it('has failed where the attempt’s status says no, for the reason in its message', () => {
    const told = { attemptId: 'a1', status: 'FAILED' }
    expect(after({ ...told, message: 'Rejected by the station' })).toMatchObject({
      step: 'rejected',
      failure: { details: { status: 'FAILED', reason: 'Rejected by the station' } },
    })
    expect(after(told).step).toBe('failed')
  })

  it('keeps what it has come to meanwhile', () => {
    const record = startRecord({ step: 'charging' })
    expect(afterRemoteStart(record, { ...nothing, transaction: 't1' }, AT_MS)).toBe(record)
  })
})
