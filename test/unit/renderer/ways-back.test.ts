import { describe, expect, it } from 'vitest'
import { waysBack } from '#renderer/guest/ways-back.ts'
import { aConnector, aSession, NOW_MS } from './fakes.ts'

const HOUR_MS = 3_600_000

describe('what a code leads back to', () => {
  it('is every charge, start and receipt, also of a plug that somebody else uses by now', () => {
    const running = aConnector({ id: 'c1', state: 'charging', receiptUntilMs: NOW_MS + HOUR_MS })
    const starting = aConnector({ id: 'c2', state: 'starting', startId: 'start1' })
    const left = aConnector({ id: 'c3', receiptUntilMs: NOW_MS + HOUR_MS })
    const sessions = new Map([['c1', aSession({ connectorId: 'c1' })]])
    expect(waysBack([running, starting, left], sessions)).toEqual([
      { connectorId: 'c1', action: 'mine' },
      { connectorId: 'c1', action: 'receipt' },
      { connectorId: 'c2', action: 'open' },
      { connectorId: 'c3', action: 'receipt' },
    ])
  })

  it('is nothing where nobody has charged', () => {
    expect(waysBack([aConnector()], new Map())).toEqual([])
  })
})
