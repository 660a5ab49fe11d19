import { describe, expect, it } from 'vitest'
import { rateExamples } from '#main/charging/offer/rate-example.ts'

const examplesOf = (short: string, full: string | null = null) => rateExamples({ short, full })
const exampleOf = (short: string, full: string | null = null) => examplesOf(short, full)[0] ?? null

describe('the worked example of a rate', () => {
  const given: [string, number, string][] = [
    ['0.35 EUR/kWh', 7, 'EUR'],
    ['0,49 €/kWh', 9.8, 'EUR'],
    ['0.59€/kWh', 11.8, 'EUR'],
    ['0.29 CHF / kWh', 5.8, 'CHF'],
    ['0.3567 EUR/kWh', 7.13, 'EUR'],
    ['0,123 EUR/kWh', 2.46, 'EUR'],
    ['12 CZK/kWh', 240, 'CZK'],
    ['9,90 Kč/kWh', 198, 'CZK'],
    ['0.79 £/kWh', 15.8, 'GBP'],
    ['85 JPY/kWh', 1700, 'JPY'],
  ]
  it.each(given)('is given for %s', (text, amount, currency) => {
    expect(exampleOf(text)).toEqual({ energyKWh: 20, minutes: null, cost: { amount, currency } })
  })

  const withheld = [
    '0.59 EUR/kWh plus 0.10 EUR/min after 60 min',
    'from 0.35 EUR/kWh',
    '0.35-0.59 EUR/kWh',
    '0.35 EUR/kWh incl. VAT',
    '€0.35/kWh',
    'EUR 0.35 per kWh',
    '0.35 EUR per kWh',
    '0.35 EUR/min',
    '35 ct/kWh',
    '0.35/kWh',
    '0.35 EUR',
    '1,234 EUR/kWh',
    '1.000,50 HUF/kWh',
    '-0.10 EUR/kWh',
    '0.35 $/kWh',
    '4 kr/kWh',
    '0.35 EUX/kWh',
    '0.35 EUR/kW',
    'Free of charge',
    '',
  ]
  it.each(withheld)('is withheld for “%s”', (text) => {
    expect(exampleOf(text)).toBeNull()
  })

  it('is held against thirty texts, of which twenty give none', () => {
    expect([given.length, withheld.length]).toEqual([10, 20])
  })

  const costs = (text: string) =>
    examplesOf(text).map(({ minutes, cost }) => [minutes, cost.amount])
  it.each<[string, (number | null)[][]]>([
    [
      '0.59 EUR/kWh + 0.10 EUR/min after 60 min',
      [
        [60, 11.8],
        [90, 14.8],
      ],
    ],
    [
      '0.59 EUR/kWh + 6 EUR/h after 4 h',
      [
        [240, 11.8],
        [300, 17.8],
      ],
    ],
    ['0.35 EUR/kWh + 0.05 EUR/min', [[60, 10]]],
    ['0.35 EUR/kWh + 1 EUR/session', [[null, 8]]],
    [
      '0.0575 EUR/kWh + 0.005 EUR/min after 60 min + 0.5 EUR/session',
      [
        [60, 1.65],
        [90, 1.8],
      ],
    ],
    ['0.10 EUR/min', []],
    ['0.35 EUR/kWh + 0.05 EUR/min + 2 EUR/h', []],
  ])('has every part of %s', (text, expected) => {
    expect(costs(text)).toEqual(expected)
  })

  it('is withheld where the long text names another price', () => {
    expect(exampleOf('0.35 EUR/kWh', 'Prices include 20 % VAT.')).not.toBeNull()
    expect(exampleOf('0.35 EUR/kWh', '0.35 EUR/kWh, billed at the end.')).not.toBeNull()
    expect(exampleOf('0.35 EUR/kWh', 'Then 0.10 EUR a minute.')).toBeNull()
  })

  it.each([
    '0.35 EUR/kWh plus a start fee of one euro',
    '0.35 EUR/kWh, zuzüglich Startgebühr',
    '0.35 EUR/kWh zzgl. Parken',
    '0.35 EUR/kWh. A fee per minute is due after the charge.',
    '0.35 EUR/kWh, frais de stationnement en sus',
    '0.35 EUR/kWh + opłata za postój',
  ])('is withheld where a further price is told in words: “%s”', (full) => {
    expect(exampleOf('0.35 EUR/kWh', full)).toBeNull()
  })

  it('reads the long text where there is no short one', () => {
    expect(rateExamples({ short: null, full: '0.35 EUR/kWh' })[0]?.cost.amount).toBe(7)
    expect(rateExamples({ short: null, full: null })).toEqual([])
    expect(rateExamples(null)).toEqual([])
  })

  it('rounds half up, without the noise of binary fractions', () => {
    expect(exampleOf('0.3003 EUR/kWh')?.cost.amount).toBe(6.01)
    expect(exampleOf('0.3002 EUR/kWh')?.cost.amount).toBe(6)
    expect(exampleOf('0.30025 EUR/kWh')).toBeNull()
    expect(exampleOf('1.1 EUR/kWh')?.cost.amount).toBe(22)
    expect(exampleOf('0.0575 EUR/kWh')?.cost.amount).toBe(1.15)
    expect(exampleOf('0.025 JPY/kWh')?.cost.amount).toBe(1)
  })
})
