import { describe, expect, it } from 'vitest'
import { LEAST_PIN_DIGITS, LONG_PIN_DIGITS } from '#common/pin-rules.ts'
import { isKnown, peopleFault, typedFault, type PersonRow } from '#renderer/setup/people-form.ts'

const max: PersonRow = { name: 'Max', role: 'manager', pin: '482913', known: null }
const ida: PersonRow = { name: 'Ida', role: 'staff', pin: '2468', known: null }
const knownMax: PersonRow = { ...max, pin: '', known: { name: 'Max', role: 'manager' } }

describe('the people typed in set-up', () => {
  it('may be staff with four digits and a manager with six', () => {
    expect(peopleFault([max, ida], LEAST_PIN_DIGITS)).toBeNull()
    expect(peopleFault([{ ...max, pin: '48291' }, ida], LEAST_PIN_DIGITS)).toBe('length')
  })

  it('need six digits in kiosk mode, all of them', () => {
    expect(peopleFault([max, ida], LONG_PIN_DIGITS)).toBe('length')
    expect(peopleFault([max, { ...ida, pin: '246897' }], LONG_PIN_DIGITS)).toBeNull()
  })

  it('need a manager, and a name and a PIN each', () => {
    expect(peopleFault([ida], LEAST_PIN_DIGITS)).toBe('manager')
    expect(peopleFault([max, { ...ida, name: ' ' }], LEAST_PIN_DIGITS)).toBe('whole')
    expect(peopleFault([max, { ...ida, pin: '' }], LEAST_PIN_DIGITS)).toBe('whole')
  })

  it('need PINs that nobody guesses', () => {
    expect(typedFault({ ...max, pin: '111111' }, LEAST_PIN_DIGITS)).toBe('easy')
    expect(typedFault({ ...max, pin: '345678' }, LEAST_PIN_DIGITS)).toBe('easy')
    expect(typedFault({ ...max, pin: '48a913' }, LEAST_PIN_DIGITS)).toBe('length')
    expect(typedFault({ ...max, pin: '' }, LEAST_PIN_DIGITS)).toBeNull()
  })

  it('have names and PINs of their own', () => {
    expect(peopleFault([max, { ...ida, name: ' Max' }], LEAST_PIN_DIGITS)).toBe('apart')
    expect(peopleFault([max, { ...ida, pin: max.pin }], LEAST_PIN_DIGITS)).toBe('apart')
  })

  it('keep the PIN that is known, under the same name and role', () => {
    expect(peopleFault([knownMax], LEAST_PIN_DIGITS)).toBeNull()
    expect(isKnown({ ...knownMax, name: 'Maximilian' })).toBe(false)
    expect(isKnown({ ...knownMax, role: 'staff' })).toBe(false)
  })
})
