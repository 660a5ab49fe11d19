import { describe, expect, it } from 'vitest'
import { askAuditEvent } from '#main/ask/ask-audit.ts'

describe('what the audit trail says of an asked mutation', () => {
  it.each([
    [
      'the card and what became of it',
      { input: { cardId: 'c-7', label: 'Pool car', status: 'DEACTIVATE' } },
      'c-7',
      { label: 'Pool car', status: 'DEACTIVATE' },
    ],
    [
      "the contract, and no bank account's number",
      { contract: { id: 'k-1', accountHolder: 'Nora Neu', iban: 'AT61 1904', bic: null } },
      'k-1',
      { fields: 'accountHolder, iban' },
    ],
    ['the stations', { ids: ['s-1', 's-2'] }, 's-1, s-2', {}],
    [
      'the rate',
      { rateId: 'r-1', customerReference: 'Room 7' },
      'r-1',
      { customerReference: 'Room 7' },
    ],
    [
      "a person's data by its names alone",
      { firstName: 'Nora', phone: undefined, address: { city: 'Salzburg' } },
      null,
      { fields: 'firstName, city' },
    ],
    ['what nobody has thought of by its name alone', { pass: 'x' }, null, { fields: 'pass' }],
    ['nothing where nothing is given', {}, null, {}],
  ])('names %s', (_what, variables, subject, details) => {
    expect(askAuditEvent('Asked', variables)).toEqual({ action: 'Asked', subject, details })
  })
})
