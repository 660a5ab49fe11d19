import { describe, expect, it } from 'vitest'
import type { StartOption } from '#contract/charging.ts'
import { missingOf, startInput, type Choice } from '#renderer/charging/choice.ts'
import { amountOf, amountWords, ranges, targetOf } from '#renderer/charging/targets.ts'
import { targetSchema } from '#contract/charging.ts'
import { formats } from '#renderer/i18n/format.ts'
import { anOption, MINUTE_MS, NOW_MS } from './fakes.ts'

const HOLDS = [
  { amount: 30, currency: 'EUR' },
  { amount: 60, currency: 'EUR' },
]

function aChoice(option: StartOption | null, over: Partial<Choice> = {}): Choice {
  return { option, hold: null, packageId: null, target: null, bookingReference: '', ...over }
}

describe('before a start', () => {
  it('something to charge with must be chosen', () => {
    expect(missingOf(aChoice(null), NOW_MS)).toBe('option')
    expect(missingOf(aChoice(anOption()), NOW_MS)).toBeNull()
  })

  it('paying by phone takes one of the amounts', () => {
    const phone = anOption({ kind: 'phone', holds: HOLDS })
    expect(missingOf(aChoice(phone), NOW_MS)).toBe('hold')
    expect(missingOf(aChoice(phone, { hold: 1 }), NOW_MS)).toBeNull()
  })

  it('no second amount is held while the first may still be', () => {
    const phone = anOption({ kind: 'phone', holds: HOLDS, holdBlockedUntilMs: NOW_MS + MINUTE_MS })
    expect(missingOf(aChoice(phone, { hold: 0 }), NOW_MS)).toBe('held')
    expect(missingOf(aChoice(phone, { hold: 0 }), NOW_MS + MINUTE_MS)).toBeNull()
  })

  it('a booking number is asked where the operator wants one', () => {
    const booked = anOption({ needs: 'booking' })
    expect(missingOf(aChoice(booked, { bookingReference: ' ' }), NOW_MS)).toBe('booking')
    expect(missingOf(aChoice(booked, { bookingReference: '214' }), NOW_MS)).toBeNull()
  })

  it('what needs the desk can be asked for as soon as it is chosen', () => {
    expect(missingOf(aChoice(anOption({ needs: 'desk' })), NOW_MS)).toBeNull()
  })
})

describe('what is sent', () => {
  it('is only what the chosen way to charge takes', () => {
    const all = { hold: 1, packageId: 'p1', bookingReference: '214' }
    expect(startInput(aChoice(anOption(), all))).toEqual({ packageId: 'p1' })
    expect(startInput(aChoice(anOption({ kind: 'phone', holds: HOLDS }), all))).toEqual({ hold: 1 })
    expect(
      startInput(aChoice(anOption({ needs: 'booking' }), { bookingReference: ' 214 ' })),
    ).toEqual({ bookingReference: '214' })
  })

  it('bears the target', () => {
    const target = targetOf('energy', 20)
    expect(startInput(aChoice(anOption(), { target }))).toEqual({ target })
  })
})

describe('a target', () => {
  const kinds = ['time', 'energy', 'charge'] as const

  it.each(kinds)('by %s stays within what main takes, at both ends and at every step', (kind) => {
    const { least, most, step, first } = ranges[kind]
    for (let amount = least; amount <= most; amount += step) {
      const target = targetSchema.parse(targetOf(kind, amount))
      expect(amountOf(target)).toBe(amount)
    }
    expect((first - least) % step).toBe(0)
  })

  it('is told in the words of its kind', () => {
    const f = formats('en-GB', 'Europe/Vienna')
    const said = [targetOf('time', 90), targetOf('energy', 20), targetOf('charge', 80)].map(
      (target) => amountWords(target, f).replaceAll('\u00a0', ' '),
    )
    expect(said).toEqual(['1 h 30 min', '20 kWh', '80%'])
  })
})
