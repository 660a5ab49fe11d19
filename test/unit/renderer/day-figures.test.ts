import { describe, expect, it } from 'vitest'
import { begunSince, dayBeganMs, figuresOf, newestEnded } from '#renderer/desk/live/day-figures.ts'

const connector = { id: 'c1', label: '1', evseId: null, physicalReference: '1', cp: null }
const cost = (grossAmount: number | null, currency = 'EUR') => ({
  currency,
  grossAmount,
  total: null,
})
const log = (id: string, dateStart: string, dateEnd: string | null = null, at = 'c1') => ({
  id,
  status: dateEnd === null ? 'started' : 'stopped',
  dateStart,
  dateEnd,
  connector: { ...connector, id: at },
})

describe("the day's figures", () => {
  it('sum energy and money as they are written, by currency', () => {
    const logs = [
      { energyConsumption: 0.1, cost: cost(0.1) },
      { energyConsumption: 0.2, cost: cost(0.2) },
      { energyConsumption: 5, cost: cost(3.5, 'CHF') },
    ]
    expect(figuresOf(logs, true)).toEqual({
      energyKWh: 5.3,
      sums: [
        { currency: 'EUR', amount: 0.3 },
        { currency: 'CHF', amount: 3.5 },
      ],
      isLeast: false,
    })
  })

  it.each([
    ['more sessions are not loaded', [{ energyConsumption: 1, cost: cost(1) }], false],
    ['an energy is not told', [{ energyConsumption: null, cost: cost(1) }], true],
    ['a sum is not told', [{ energyConsumption: 1, cost: null }], true],
  ])('are the least where %s', (_, logs, isComplete) => {
    expect(figuresOf(logs, isComplete)?.isLeast).toBe(true)
  })

  it('say nothing of a day without charges', () => {
    expect(figuresOf([], true)).toBeNull()
  })

  it('are no zero where nothing is told', () => {
    const untold = { energyConsumption: null, cost: null }
    expect(figuresOf([untold], true)).toBeNull()
    expect(figuresOf([untold, { energyConsumption: null, cost: cost(2) }], true)).toEqual({
      energyKWh: null,
      sums: [{ currency: 'EUR', amount: 2 }],
      isLeast: true,
    })
  })

  it('are of what began here since midnight at the site', () => {
    const sinceMs = dayBeganMs(Date.parse('2026-11-29T12:00:00Z'), 'Europe/Vienna')
    expect(new Date(sinceMs).toISOString()).toBe('2026-11-28T23:00:00.000Z')
    const logs = [
      log('before', '2026-11-28T22:59:00Z'),
      log('here', '2026-11-28T23:00:00Z'),
      log('elsewhere', '2026-11-29T08:00:00Z', null, 'other'),
    ]
    expect(begunSince(logs, sinceMs, (id) => id === 'c1').map(({ id }) => id)).toEqual(['here'])
  })
})

describe('the newest receipt of the day', () => {
  const sinceMs = Date.parse('2026-11-29T00:00:00Z')
  const logs = [
    log('running', '2026-11-29T10:00:00Z'),
    log('overnight', '2026-11-28T21:00:00Z', '2026-11-29T06:00:00Z'),
    log('newest', '2026-11-29T07:00:00Z', '2026-11-29T08:00:00Z'),
    log('yesterday', '2026-11-28T07:00:00Z', '2026-11-28T08:00:00Z'),
    log('elsewhere', '2026-11-29T07:00:00Z', '2026-11-29T09:00:00Z', 'other'),
  ]
  const found = (at: string, of = logs) => newestEnded(of, at, sinceMs)?.id

  it('is of the session that ended last at the connector', () => {
    expect(found('c1')).toBe('newest')
    expect(found('c1', logs.slice(0, 2))).toBe('overnight')
    expect(
      found(
        'c1',
        [logs[0], logs[3]].flatMap((one) => one ?? []),
      ),
    ).toBeUndefined()
  })
})
