import type { DeskRole } from '#contract/desk.ts'

/** A PIN's length in digits, wherever it comes from. */
export const LEAST_PIN_DIGITS = 4
export const MOST_PIN_DIGITS = 12
/** What is asked of managers, and in kiosk mode of everybody; shorter ones go on working. */
export const LONG_PIN_DIGITS = 6

/** What is asked of a PIN that is set by hand, by whether somebody watches over the screen. */
export const leastDigitsOf = ({ kiosk }: { readonly kiosk: boolean }): number =>
  kiosk ? LONG_PIN_DIGITS : LEAST_PIN_DIGITS

/** The digits that somebody in this role needs, where `leastDigits` are asked of everybody. */
export const pinDigits = (role: DeskRole, leastDigits = LEAST_PIN_DIGITS): number =>
  role === 'manager' ? LONG_PIN_DIGITS : leastDigits

/** Why this cannot be somebody's PIN: its length, or that it is easy to guess; null: it can. */
export function pinFault(
  role: DeskRole,
  pin: string,
  leastDigits = LEAST_PIN_DIGITS,
): 'length' | 'easy' | null {
  const isPin = /^\d+$/.test(pin) && pin.length <= MOST_PIN_DIGITS
  if (!isPin || pin.length < pinDigits(role, leastDigits)) return 'length'
  return /^(\d)\1+$/.test(pin) || '01234567890123'.includes(pin) ? 'easy' : null
}
