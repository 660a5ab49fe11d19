import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formats, hourOfDay } from '#renderer/i18n/format.ts'

const BROKEN = /NaN|Infinity|∞|Invalid|undefined|null|\[object/

/** Numbers that no measurement is, beside all others. */
const numbers = fc.oneof(
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 8.64e15 + 1, Number.MAX_VALUE, Number.MIN_VALUE),
)
/** Callers may be wrong about a value, too: what crosses the bridge is JSON. */
const anything = fc.oneof(
  numbers,
  fc.constant(null),
  fc.constant(undefined),
) as fc.Arbitrary<number>
const texts = fc.oneof(fc.string(), fc.constantFrom('EUR', 'eur', 'XXX', '', '€', 'E R', '123'))

const makers = [
  formats('en-GB', 'Europe/Vienna'),
  formats('de-DE', 'UTC'),
  formats('hu-HU', 'America/New_York'),
]

describe.each(makers)('whatever a formatter is given', (f) => {
  const ways: Readonly<Record<string, (value: number) => string>> = {
    time: f.time,
    timeExact: f.timeExact,
    date: f.date,
    month: f.month,
    dateTime: f.dateTime,
    number: (value) => f.number(value),
    fixed: (value) => f.fixed(value, 1),
    kWh: (value) => f.kWh(value),
    kW: f.kW,
    power: f.power,
    percent: f.percent,
    kg: f.kg,
    duration: f.duration,
    countdown: f.countdown,
  }

  it.each(Object.entries(ways))('%s neither throws nor prints what is no word', (_, write) => {
    fc.assert(
      fc.property(anything, (value) => {
        const text = write(value)
        expect(text).not.toBe('')
        expect(text).not.toMatch(BROKEN)
        expect(text.length).toBeLessThan(50)
      }),
      { seed: 16, numRuns: 200 },
    )
  })

  it.each(Object.entries(ways))('%s of nothing is not of 0', (_, write) => {
    for (const none of [null, undefined, NaN]) expect(write(none as unknown as number)).toBe('–')
  })

  it('money and days neither', () => {
    fc.assert(
      fc.property(anything, fc.option(texts), (amount, currency) => {
        expect(f.money({ amount, currency })).not.toMatch(/NaN|∞|Invalid|\[object/)
      }),
      { seed: 16, numRuns: 200 },
    )
    fc.assert(
      fc.property(fc.option(texts, { nil: undefined }), (text) => {
        expect(f.day(text)).not.toMatch(BROKEN)
      }),
      { seed: 16, numRuns: 200 },
    )
  })
})

it('the hour of a time that is none is none', () => {
  expect(hourOfDay(NaN, 'Europe/Vienna')).toBeNaN()
  expect(hourOfDay(8.64e15 + 1, 'Europe/Vienna')).toBeNaN()
})

it('what cannot be written is a dash', () => {
  const f = formats('en-GB', 'Europe/Vienna')
  expect([f.time(NaN), f.kWh(Infinity), f.duration(NaN), f.countdown(Infinity)]).toEqual(
    Array.from({ length: 4 }, () => '–'),
  )
  expect(f.money({ amount: NaN, currency: 'EUR' })).toBe('–')
})
