import { describe, expect, it } from 'vitest'
import { formats, hourOfDay } from '#renderer/i18n/format.ts'
import { languageOf, localeOf } from '#renderer/i18n/languages.ts'
import { NOW_MS } from './fakes.ts'

const NBSP = '\u00a0'
const english = formats('en-GB', 'Europe/Vienna')
const german = formats('de-DE', 'Europe/Vienna')

describe('numbers', () => {
  it('use the language’s decimal sign', () => {
    expect(english.kWh(18.44)).toBe(`18.4${NBSP}kWh`)
    expect(german.kWh(18.44)).toBe(`18,4${NBSP}kWh`)
    expect(german.power(11_000)).toBe(`11,0${NBSP}kW`)
    expect(german.kW(3.7)).toBe(`3,7${NBSP}kW`)
    expect(english.kW(22)).toBe(`22${NBSP}kW`)
    expect(german.percent(65)).toBe(`65${NBSP}%`)
  })

  it('keep the digits of an energy as delivered, up to three', () => {
    expect(english.number(18.432)).toBe('18.432')
  })
})

describe('money', () => {
  it('is written as the language writes it', () => {
    expect(english.money({ amount: 6.44, currency: 'EUR' })).toBe('€6.44')
    expect(german.money({ amount: 6.44, currency: 'EUR' })).toBe(`6,44${NBSP}€`)
  })

  it('keeps a fraction of a cent that the platform delivered', () => {
    expect(english.money({ amount: 5.375, currency: 'EUR' })).toBe('€5.375')
  })

  it('names no currency where the platform names none, and an unknown one as delivered', () => {
    expect(english.money({ amount: 6.4, currency: null })).toBe('6.40')
    expect(english.money({ amount: 6.4, currency: 'points' })).toBe(`6.40${NBSP}points`)
  })
})

describe('times', () => {
  it('are the site’s, whatever the machine’s zone', () => {
    expect(english.time(NOW_MS)).toBe('14:32')
    expect(english.timeExact(NOW_MS)).toBe('14:32:08')
    expect(formats('en-GB', 'America/New_York').time(NOW_MS)).toBe('08:32')
    expect(hourOfDay(NOW_MS, 'Europe/Vienna')).toBe(14)
  })

  it('write midnight as 00', () => {
    const midnight = Date.UTC(2026, 10, 22, 23, 0, 0)
    expect(english.time(midnight)).toBe('00:00')
    expect(hourOfDay(midnight, 'Europe/Vienna')).toBe(0)
  })

  it('name the day in the language', () => {
    expect(english.date(NOW_MS)).toBe('Sunday 22 November')
    expect(german.date(NOW_MS)).toBe('Sonntag, 22. November')
  })
})

describe('durations', () => {
  it('are hours and whole minutes', () => {
    expect(english.duration(100 * 60_000)).toBe(`1${NBSP}h 40${NBSP}min`)
    expect(english.duration(59_000)).toBe(`0${NBSP}min`)
    expect(english.duration(120 * 60_000)).toBe(`2${NBSP}h`)
    expect(english.duration(-5)).toBe(`0${NBSP}min`)
  })

  it('count down in whole seconds, never more than are left, and stop at zero', () => {
    expect(english.countdown(220_000)).toBe('3:40')
    expect(english.countdown(600_900)).toBe('10:00')
    expect(english.countdown(9_900)).toBe('0:09')
    expect(english.countdown(-1)).toBe('0:00')
  })
})

describe('languages', () => {
  it('are found by the tag’s first part; English where there is none of ours', () => {
    expect(languageOf('de-AT')).toBe('de')
    expect(languageOf('EN')).toBe('en')
    expect(languageOf('tr')).toBe('en')
  })

  it('take the site’s own region for numbers and dates', () => {
    expect(localeOf('de', 'de-AT')).toBe('de-AT')
    expect(localeOf('en', 'de-AT')).toBe('en-GB')
    expect(localeOf('de', 'de')).toBe('de-DE')
  })

  it('shows a trickle backwards as nothing, and what is really less as less', () => {
    expect(english.power(-12)).toBe('0.0\u00a0kW')
    expect(english.kWh(-0.004)).toBe('0.0\u00a0kWh')
    expect(english.power(-1_200)).toBe('-1.2\u00a0kW')
  })
})
