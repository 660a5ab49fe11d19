import { buildSchema, isEnumType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { typeDefs } from '#platform/schema-text.ts'
import { countryChoices, countryCodes, genders, languageCodes } from '#renderer/account/choices.ts'
import {
  emptyRegistration,
  isRequired,
  registrationOf,
  registrationProblems,
  type AskedField,
  type RegisterDraft,
} from '#renderer/account/register-form.ts'
import { answerOf } from '#renderer/desk/account/answer.ts'
import {
  changedFields,
  changesOf,
  contactProblems,
  draftOf,
  type Contact,
} from '#renderer/desk/account/contact-form.ts'
import {
  changedPostpaidOf,
  changedSepaOf,
  contractProblems,
  emptyContract,
  newPostpaidOf,
  newSepaOf,
} from '#renderer/desk/account/contract-form.ts'
import { ibanDoubt } from '#renderer/desk/account/iban.ts'
import { webLinkOf } from '#renderer/desk/account/web-link.ts'
import { NOW_MS } from '../fakes.ts'

const contact: Contact = {
  __typename: 'Contact',
  id: 'contact1',
  displayName: 'Front Desk',
  firstName: 'Front',
  name: 'Desk',
  email: 'desk@hotel.example',
  phone: null,
  mobile: null,
  birthday: '1985-06-15T00:00:00.000Z',
  gender: 'company',
  isCompany: true,
  isDeactivated: false,
  companyId: 7,
  vat: null,
  language: 'de_DE',
  currency: { __typename: 'Currency', isoCode: 'EUR' },
  address: {
    __typename: 'Address',
    street: 'Mozartplatz 1',
    zip: '5020',
    city: 'Salzburg',
    state: null,
    country: 'AT',
  },
  createdAt: null,
  updatedAt: null,
}
const told = draftOf(contact)

describe('the contact, typed over', () => {
  it('sends only what was changed, without spaces around it', () => {
    const draft = { ...told, phone: ' +43 1 ', isCompany: false }
    expect(changesOf(draft, told)).toEqual({ phone: '+43 1', isCompany: false })
  })

  it('sends the whole address when a part of it was changed', () => {
    expect(changesOf({ ...told, zip: '5010' }, told)).toEqual({
      address: { street: 'Mozartplatz 1', zip: '5010', city: 'Salzburg', country: 'AT' },
    })
  })

  it('keeps a birthday the day that it is, in every time zone', () => {
    expect(told.birthday).toBe('1985-06-15')
    expect(changesOf({ ...told, birthday: '1990-01-02' }, told)).toEqual({
      birthday: '1990-01-02T00:00:00.000Z',
    })
  })

  it('counts nothing as changed that differs by spaces alone', () => {
    expect(changedFields({ ...told, name: ' Desk ' }, told)).toEqual([])
  })

  it('tells that a field cannot be emptied', () => {
    const problems = contactProblems({ ...told, name: '', street: ' ' }, told, NOW_MS)
    expect(problems).toEqual({ name: 'contact.cannotClear', street: 'contact.cannotClear' })
  })

  it.each([
    ['an e-mail address that is none', { email: 'desk' }, { email: 'profile.email.wrong' }],
    ['a birthday to come', { birthday: '2040-01-01' }, { birthday: 'profile.birthday.wrong' }],
    ['nothing of a proper change', { email: 'new@hotel.example' }, {}],
  ])('tells %s', (_name, over, problems) => {
    expect(contactProblems({ ...told, ...over }, told, NOW_MS)).toEqual(problems)
  })

  it('has nothing to say about what the platform keeps', () => {
    const odd = { ...told, email: '' }
    expect(contactProblems({ ...odd, phone: '1' }, odd, NOW_MS)).toEqual({})
  })
})

describe('an IBAN', () => {
  it.each([
    ['AT61 1904 3002 3457 3201', null],
    ['at611904300234573201', null],
    ['', null],
    ['AT12 3456 7890 1234 5678', 'iban.checksum'],
    ['AT61 1904 3002 3457', 'iban.length'],
    ['XX61 1904 3002 3457 3201', 'iban.country'],
  ])('%s is doubted for %s', (text, doubt) => {
    expect(ibanDoubt(text)).toBe(doubt)
  })
})

describe('a contract', () => {
  const filled = {
    ...emptyContract('sepa-method', 'rate1'),
    accountHolder: ' Hotel ',
    iban: 'AT12 3456 7890 1234 5678',
  }

  it('by direct debit needs holder and IBAN, however doubtful this is', () => {
    const empty = emptyContract('sepa-method', 'rate1')
    expect(Object.keys(contractProblems(empty, 'create-sepa'))).toEqual(['accountHolder', 'iban'])
    expect(contractProblems(filled, 'create-sepa')).toEqual({})
  })

  it('sends the way to pay as its id, and nothing that was not typed', () => {
    expect(newSepaOf(filled)).toEqual({
      id: 'sepa-method',
      rateId: 'rate1',
      accountHolder: 'Hotel',
      iban: 'AT12 3456 7890 1234 5678',
      debitType: 'CORE',
      useParent: false,
    })
    expect(newPostpaidOf({ ...filled, customerReference: 'House' })).toEqual({
      id: 'sepa-method',
      rateId: 'rate1',
      customerReference: 'House',
    })
  })

  it('is changed by an id that somebody types', () => {
    const draft = { ...emptyContract('', ''), contractId: ' c-1 ', bank: 'Bank' }
    expect(contractProblems({ ...draft, contractId: '' }, 'update-sepa')).toEqual({
      contractId: 'desk.required',
    })
    expect(changedSepaOf(draft)).toEqual({ id: 'c-1', bank: 'Bank' })
    expect(changedPostpaidOf({ ...draft, customerReference: 'B' })).toEqual({
      id: 'c-1',
      customerReference: 'B',
    })
  })

  it('is not changed by nothing', () => {
    const draft = { ...emptyContract('', ''), contractId: 'c-1' }
    expect(contractProblems(draft, 'update-sepa')).toEqual({
      accountHolder: 'contract.nothingToChange',
    })
    expect(contractProblems(draft, 'update-postpaid')).toEqual({
      customerReference: 'desk.required',
    })
  })
})

describe('the answer of the platform', () => {
  it('is told as delivered', () => {
    expect(answerOf({ status: 'success', message: 'Done.', error: null })).toEqual({
      isGood: true,
      status: 'success',
      message: 'Done.',
      code: null,
    })
  })

  it('is a refusal when it carries an error, whose words are taken where it says nothing else', () => {
    const response = { statusText: 'Taken', body: { message: 'It is taken.', status: 'error' } }
    expect(answerOf({ error: { code: 'EMAIL', response } })).toEqual({
      isGood: false,
      status: 'error',
      message: 'It is taken.',
      code: 'EMAIL',
    })
  })

  it('is a refusal when its status can mean nothing else, or when there is none', () => {
    expect(answerOf({ status: 'Rejected', message: null }).isGood).toBe(false)
    expect(answerOf(null).isGood).toBe(false)
  })
})

describe('the page of the payment provider', () => {
  it('is an address of the web or none', () => {
    expect(webLinkOf({ absoluteLink: 'https://pay.example/1', link: '/1' })).toBe(
      'https://pay.example/1',
    )
    expect(webLinkOf({ absoluteLink: null, link: '/1' })).toBeNull()
    expect(webLinkOf({ absoluteLink: 'javascript:alert(1)', link: null })).toBeNull()
    expect(webLinkOf(null)).toBeNull()
  })
})

describe('registering', () => {
  const fields: AskedField[] = [
    { name: 'employee_id', description: 'Number', required: 'true', type: 'text', value: '' },
    { name: 'plate', description: null, required: '0', type: 'text', value: 'S-1' },
    { name: null, description: 'Nameless', required: '1', type: null, value: null },
  ]
  const filled = (): RegisterDraft => {
    const draft = emptyRegistration(fields)
    draft.profile.email = ' new@hotel.example '
    draft.profile.city = 'Linz'
    Object.assign(draft, { password: 'secret', again: 'secret', accepted: ['terms', 'privacy'] })
    draft.additional['employee_id'] = ' 42 '
    return draft
  }

  it.each([
    ['1', true],
    ['true', true],
    ['TRUE ', true],
    ['0', false],
    ['false', false],
    ['', false],
    [null, false],
  ])('takes "%s" for required: %s', (required, expected) => {
    expect(isRequired({ required })).toBe(expected)
  })

  it('tells everything that is missing', () => {
    const problems = registrationProblems(emptyRegistration(fields), fields, ['terms'], NOW_MS)
    expect(problems).toEqual({
      email: 'desk.required',
      password: 'desk.required',
      'additional.employee_id': 'desk.required',
      legal: 'register.legal.missing',
    })
  })

  it('wants the same password twice, and each document accepted', () => {
    const draft = { ...filled(), again: 'other', accepted: ['terms'] }
    expect(registrationProblems(draft, fields, ['terms', 'privacy'], NOW_MS)).toEqual({
      again: 'register.again.wrong',
      legal: 'register.legal.missing',
    })
  })

  it('sends what was typed, and each field with what it said of itself', () => {
    const draft = filled()
    expect(registrationProblems(draft, fields, ['terms', 'privacy'], NOW_MS)).toEqual({})
    expect(registrationOf(draft, fields)).toEqual({
      profile: { email: 'new@hotel.example', isCompany: false, address: { city: 'Linz' } },
      password: 'secret',
      additionalFields: [
        { name: 'employee_id', description: 'Number', type: 'text', required: 'true', value: '42' },
        { name: 'plate', description: null, type: 'text', required: '0', value: 'S-1' },
      ],
      acceptedDocumentIds: ['terms', 'privacy'],
    })
  })
})

describe('choices', () => {
  const schema = buildSchema(typeDefs)
  const valuesOf = (name: string): string[] => {
    const type = schema.getType(name)
    return isEnumType(type) ? type.getValues().map((value) => value.name) : []
  }

  it.each([
    ['CountryAlpha', countryCodes],
    ['LanguageCode', languageCodes],
    ['Gender', genders],
  ])('are all values of %s', (name, values) => {
    expect([...values].sort()).toEqual(valuesOf(name).sort())
  })

  it('go by their names in the language of the desk', () => {
    expect(countryChoices('de')).toContainEqual({ value: 'AT', label: 'Österreich' })
  })
})
