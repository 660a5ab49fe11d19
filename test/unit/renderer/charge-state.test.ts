import { describe, expect, it } from 'vitest'
import { parseRate } from '#common/rate-text.ts'
import { chargeState, partTaken } from '#renderer/charging/charge-state.ts'
import { stayFee } from '#renderer/charging/stay-fee.ts'
import { aConnector, aSession, MINUTE_MS, NOW_MS } from '#test/support/entities.ts'

describe('what a charge is said to be doing', () => {
  it('is charging only while it is seen', () => {
    expect(chargeState(aSession(), false)).toBe('charging')
    expect(chargeState(aSession(), true)).toBe('unseen')
    expect(chargeState(aSession({ freshness: 'late' }), false)).toBe('unseen')
    expect(chargeState(aSession({ status: 'unknown' }), false)).toBe('unseen')
  })

  it('is full once the car says so, and no more than perhaps when it only takes nothing', () => {
    expect(chargeState(aSession({ stateOfChargePercent: 100 }), false)).toBe('full')
    const idle = { powerW: 0, stateOfChargePercent: null }
    expect(chargeState(aSession(idle), false)).toBe('idle')
    expect(chargeState(aSession({ ...idle, energyKWh: 0 }), false)).toBe('charging')
    expect(chargeState(aSession({ status: 'waiting', powerW: 0 }), false)).toBe('waiting')
  })
})

describe('why a charge is slow', () => {
  const ac = aConnector({ current: 'AC', maxPowerKW: 22 })

  it('is explained where the car takes less than the connector gives', () => {
    expect(partTaken(aSession({ powerW: 11_000 }), ac, NOW_MS)).toEqual({ powerKW: 11, mostKW: 22 })
  })

  it('is not claimed of one that takes its share, has just begun, is not known, or is of direct current', () => {
    expect(partTaken(aSession({ powerW: 16_000 }), ac, NOW_MS)).toBeNull()
    expect(partTaken(aSession({ startedAtMs: NOW_MS - MINUTE_MS }), ac, NOW_MS)).toBeNull()
    expect(partTaken(aSession({ powerW: null }), ac, NOW_MS)).toBeNull()
    expect(partTaken(aSession(), { ...ac, maxPowerKW: null }, NOW_MS)).toBeNull()
    expect(partTaken(aSession(), { ...ac, current: 'DC' }, NOW_MS)).toBeNull()
    expect(partTaken(aSession(), undefined, NOW_MS)).toBeNull()
  })
})

describe('the time from which staying costs', () => {
  it('is so many minutes after the start as the rate says', () => {
    const parts = parseRate('0.59 EUR/kWh + 0.10 EUR/min after 60 min')
    expect(stayFee(parts, NOW_MS)).toEqual({
      fromMs: NOW_MS + 60 * MINUTE_MS,
      per: 'minute',
      amount: '0.10',
      currency: 'EUR',
    })
  })

  it.each(['0.59 EUR/kWh', '0.05 EUR/min', 'Ask at the desk: 0.10 EUR/min after 60 min'])(
    'is not made up from “%s”',
    (text) => {
      expect(stayFee(parseRate(text), NOW_MS)).toBeNull()
      expect(stayFee(parseRate('0.59 EUR/kWh + 0.10 EUR/min after 60 min'), null)).toBeNull()
    },
  )
})
