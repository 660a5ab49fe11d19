import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cheapestPerKWh, parseRate, writeRate, type RatePart } from '#common/rate-text.ts'

const kWh = (amount: string, currency = 'EUR'): RatePart => ({ per: 'kWh', amount, currency })

describe('the text of a rate', () => {
  const read: [string, RatePart[]][] = [
    ['0.35 EUR/kWh', [kWh('0.35')]],
    [' 0,49 €/kWh ', [kWh('0.49')]],
    ['0.29 CHF / kWh', [kWh('0.29', 'CHF')]],
    ['12 CZK/kWh', [kWh('12', 'CZK')]],
    ['9,90 Kč/kWh', [kWh('9.90', 'CZK')]],
    ['0.3567 EUR/kWh', [kWh('0.3567')]],
    [
      '0.59 EUR/kWh + 0.10 EUR/min after 60 min',
      [kWh('0.59'), { per: 'minute', amount: '0.10', currency: 'EUR', afterMinutes: 60 }],
    ],
    [
      '0.59 EUR/kWh + 6 EUR/h after 4 h + 1 EUR/session',
      [
        kWh('0.59'),
        { per: 'hour', amount: '6', currency: 'EUR', afterMinutes: 240 },
        { per: 'session', amount: '1', currency: 'EUR' },
      ],
    ],
    ['0.05 EUR/min', [{ per: 'minute', amount: '0.05', currency: 'EUR', afterMinutes: null }]],
  ]
  it.each(read)('“%s” is read whole', (text, parts) => {
    expect(parseRate(text)).toEqual(parts)
  })

  it.each([
    '',
    'Free of charge',
    'from 0.35 EUR/kWh',
    '0.35-0.59 EUR/kWh',
    '0.35 EUR/kWh incl. VAT',
    '0.35 EUR/kWh plus 0.10 EUR/min',
    '0.35 EUR/kWh +',
    '0.35 EUR/kWh + 0.10 CHF/min',
    '0.35 EUR/kWh + 0.45 EUR/kWh',
    '0.10 EUR/min after 60 min + 0.20 EUR/min after 120 min',
    '0.35 EUR/kWh after 60 min',
    '€0.35/kWh',
    '1,234 EUR/kWh',
    '1.000,50 HUF/kWh',
    '-0.10 EUR/kWh',
    '0.35 $/kWh',
    '0.35 EUX/kWh',
    '0.35 EUR/kW',
  ])('“%s” stays as it was delivered', (text) => {
    expect(parseRate(text)).toBeNull()
  })

  it('says the same once it is written and read again', () => {
    const money = { currency: fc.constantFrom('EUR', 'CHF', 'HUF', 'JPY') }
    const amount = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.constantFrom('', '.5', '.59', '.10', '.0575'))
      .map(([whole, part]) => `${String(whole)}${part}`)
    const rate = fc
      .record({
        ...money,
        amounts: fc.tuple(amount, amount, amount, amount),
        after: fc.option(fc.integer({ min: 0, max: 9999 })),
        which: fc.subarray(['kWh', 'minute', 'hour', 'session'] as const, { minLength: 1 }),
      })
      .map(({ currency, amounts, after, which }) =>
        which.map((per, at): RatePart => {
          const price = { amount: amounts[at] ?? '0', currency }
          return per === 'minute' || per === 'hour'
            ? { ...price, per, afterMinutes: after }
            : { ...price, per }
        }),
      )
    fc.assert(
      fc.property(rate, (parts) => {
        expect(parseRate(writeRate(parts))).toEqual(parts)
      }),
    )
  })
})

describe('the cheapest of several rates', () => {
  it('is the one that asks least for a kWh, whatever its other parts', () => {
    expect(cheapestPerKWh(['0.35 EUR/kWh', '0,25 €/kWh + 1 EUR/session'])).toBe(
      '0,25 €/kWh + 1 EUR/session',
    )
  })

  it.each([
    [['0.35 EUR/kWh', 'Ask us']],
    [['0.35 EUR/kWh', '']],
    [['0.35 EUR/kWh', '0.10 EUR/min']],
    [['0.35 EUR/kWh', '0.25 CHF/kWh']],
  ])('is not known of %j', (texts) => {
    expect(cheapestPerKWh(texts)).toBeNull()
  })
})
