import { electronicFormatIBAN, validateIBAN, ValidationErrorsIBAN } from 'ibantools'
import type { PlainDeskKey } from '../../i18n/desk-text.ts'

/**
 * What is doubtful about an IBAN, or null. It only warns: the reference's own example fails the check
 * (traps 79), so the platform has the last word.
 */
export function ibanDoubt(text: string): PlainDeskKey | null {
  const { valid, errorCodes } = validateIBAN(electronicFormatIBAN(text) ?? '')
  if (valid || text.trim() === '') return null
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return 'iban.country'
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANLength)) return 'iban.length'
  return 'iban.checksum'
}

/** An IBAN as it may be seen by who stands at the desk: its country, check digits and last four signs. */
export function maskedIban(text: string): string {
  const plain = text.replaceAll(/\s/g, '')
  if (plain.length <= 8) return text
  const masked = `${plain.slice(0, 4)}${'•'.repeat(plain.length - 8)}${plain.slice(-4)}`
  return masked.replaceAll(/(.{4})(?=.)/g, '$1 ')
}
