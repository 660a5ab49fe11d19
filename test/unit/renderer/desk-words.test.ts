import { describe, expect, it } from 'vitest'
import { maskedIban } from '#renderer/desk/account/iban.ts'
import { payTypeWords } from '#renderer/desk/account/pay-type.ts'
import { withOurDates } from '#renderer/desk/documents/document-words.ts'
import { withOwn } from '#renderer/desk/terminal/known-ids.ts'
import type { DeskTranslate } from '#renderer/i18n/desk-text.ts'

const t = ((key: string) => `<${key}>`) as unknown as DeskTranslate

describe('what stands at the desk in the sight of guests', () => {
  it.each([
    ['AT61 1904 3002 3457 3201', 'AT61 •••• •••• •••• 3201'],
    ['DE89370400440532013000', 'DE89 •••• •••• •••• ••30 00'],
    ['unknown', 'unknown'],
  ])('is an IBAN without its middle: %s', (iban, shown) => {
    expect(maskedIban(iban)).toBe(shown)
  })
})

describe('a code of the platform', () => {
  it('for how is paid has words; one that nobody knows stays as delivered', () => {
    expect(payTypeWords('POSTPAID', t)).toBe('<payType.postpaid>')
    expect(payTypeWords('BARTER', t)).toBe('BARTER')
    expect(payTypeWords(null, t)).toBeNull()
  })

  it('in a title is only changed where it is a date', () => {
    const day = (iso: string): string => (iso === '2026-99-99' ? '' : iso.split('-').join('.'))
    expect(withOurDates('Invoice 0037: 2026-11-15 to 2026-11-30', day)).toBe(
      'Invoice 0037: 2026.11.15 to 2026.11.30',
    )
    expect(withOurDates('No. 12026-11-15, 2026-99-99', day)).toBe('No. 12026-11-15, 2026-99-99')
  })
})

describe('an id in the settings', () => {
  it('that nobody knows a name for stays, and can be chosen', () => {
    const known = [
      { value: '', label: 'None' },
      { value: 'a', label: 'Hotel guests' },
    ]
    expect(withOwn(known, ['a'])).toEqual(known)
    expect(withOwn(known, ['gone'])).toEqual([...known, { value: 'gone', label: 'gone' }])
    expect(withOwn(known, [''])).toEqual(known)
  })
})
