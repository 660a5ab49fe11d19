import { describe, expect, test } from 'vitest'
import type { TestBench } from './harness.ts'
import { SIGN_IN, startBench } from './harness.ts'

interface Answer {
  profile: { id: string; email: string; displayName: string } | null
  error: { code: string; response: { body: { message: string } } } | null
  additionalFields: { name: string; value: string }[]
}

const REGISTER = `mutation ($profile: RegisteringContactProfile, $fields: [AdditionalRegistrationFieldInput]) {
  registerContact(contactProfile: $profile, additionalFields: $fields) {
    profile { id email displayName }
    error { code response { body { message } } }
    additionalFields { name value }
  }
}`
const LEGAL = `query ($type: LegalDocumentTypeEnum) { legalDocuments(type: $type) { id type version url } }`
const ACCEPT = 'mutation ($id: String!) { acceptLegalDocument(id: $id) { status } }'
const ACCEPTED =
  '{ contact { legalDocumentsAccepted { legalDocumentType legalDocumentAccepted } } }'
const ACCOUNT = { username: 'ada@guest.example', password: 'S3cret!' }
const PROFILE = {
  email: ACCOUNT.username,
  password: ACCOUNT.password,
  firstName: 'Ada',
  name: 'Lovelace',
  currency: 'CHF',
}
const FIELDS = [{ name: 'employee_id', required: 'true', value: 'E-1' }]

const register = (bench: TestBench, profile: object = PROFILE, fields: object[] = FIELDS) =>
  bench.ask<Answer>(REGISTER, { profile, fields }, bench.simulator.key)

/** Registers, confirms and signs in: from here on the bench is the new account. */
async function newAccount(): Promise<TestBench> {
  const bench = await startBench()
  await register(bench)
  await bench.simulator.control.confirmEmail(ACCOUNT.username)
  await bench.signIn(ACCOUNT)
  return bench
}

const accepted = async ({ ask }: TestBench) => {
  const { legalDocumentsAccepted: told } = await ask<{
    legalDocumentsAccepted: { legalDocumentType: string; legalDocumentAccepted: boolean }[]
  }>(ACCEPTED)
  return Object.fromEntries(
    told.map(({ legalDocumentType, legalDocumentAccepted }) => [
      legalDocumentType,
      legalDocumentAccepted,
    ]),
  )
}

describe('registration', () => {
  test('asks for what the tenant wants besides the usual', async () => {
    const bench = await startBench()
    const fields = await bench.ask<{ name: string; required: string }[]>(
      '{ additionalRegistrationFields { name description required type } }',
      {},
      bench.simulator.key,
    )
    expect(fields.map(({ name, required }) => [name, required])).toEqual([
      ['employee_id', 'true'],
      ['licence_plate', '0'],
    ])
    await bench.expectAsked('additionalRegistrationFields')
  })

  test('gives an account that waits until its e-mail address is confirmed', async () => {
    const bench = await startBench()
    const { profile, error, additionalFields } = await register(bench)
    expect(profile).toMatchObject({ email: ACCOUNT.username, displayName: 'Ada Lovelace' })
    expect(error).toBeNull()
    expect(additionalFields).toEqual([{ name: 'employee_id', value: 'E-1' }])
    const refused = await bench.send(SIGN_IN, ACCOUNT, bench.simulator.key)
    expect(refused.errors[0]?.extensions?.code).toBe('EMAIL_CONFIRMATION_REQUIRED')

    const mailbox = await (await fetch(`${bench.simulator.origin}/mail`)).text()
    const link = await bench.simulator.control.confirmationLink(ACCOUNT.username)
    expect(mailbox).toContain(new URL(link).pathname)
    expect(await (await fetch(link)).text()).toContain('You can sign in now')
    expect((await bench.send(SIGN_IN, ACCOUNT, bench.simulator.key)).errors).toEqual([])
    await bench.expectAsked('registerContact')
    await bench.expectAsked('initSession')
  })

  test('gives an account with nothing in it, apart from all others', async () => {
    const { ask } = await newAccount()
    expect(await ask('{ contact { email currency { isoCode } isDeactivated companyId } }')).toEqual(
      {
        email: ACCOUNT.username,
        currency: { isoCode: 'CHF' },
        isDeactivated: false,
        companyId: null,
      },
    )
    for (const list of ['chargelogsPaged', 'cardsPaged', 'accountDocumentsPaged']) {
      expect(await ask(`{ ${list} { data { id } pagination { totalCount } } }`)).toEqual({
        data: [],
        pagination: { totalCount: 0 },
      })
    }
    expect(await ask('{ hasPaymentMedium }')).toBe(false)
    expect(await ask('{ bankAccount { iban } }')).toBeNull()
    expect(await ask('{ getFavouriteCps { id } }')).toEqual([])
    expect(await ask('{ chargingStatistics { number } }')).toEqual({ number: 0 })
  })

  test.each([
    ['an address without @', { ...PROFILE, email: 'ada' }, FIELDS, 'EMAIL_INVALID'],
    ['a short password', { ...PROFILE, password: '12345' }, FIELDS, 'PASSWORD_TOO_SHORT'],
    ['an unknown currency', { ...PROFILE, currency: 'XXX' }, FIELDS, 'CURRENCY_UNKNOWN'],
    [
      'a birthday to come',
      { ...PROFILE, birthday: '2099-01-01T00:00:00.000Z' },
      FIELDS,
      'BIRTHDAY_INVALID',
    ],
    ['a missing field', PROFILE, [], 'ADDITIONAL_FIELD_MISSING'],
    [
      'an empty required field',
      PROFILE,
      [{ name: 'employee_id', required: 'true', value: ' ' }],
      'ADDITIONAL_FIELD_MISSING',
    ],
  ])('with %s is refused in the payload', async (_name, profile, fields, code) => {
    const bench = await startBench()
    const answer = await register(bench, profile, fields)
    expect(answer.profile).toBeNull()
    expect(answer.error?.code).toBe(code)
    expect(answer.error?.response.body.message).not.toBe('')
  })

  test('with an address that is taken is refused, however it is written', async () => {
    const bench = await startBench()
    const email = bench.simulator.account.username.toUpperCase()
    const { error } = await register(bench, { ...PROFILE, email })
    expect(error?.code).toBe('EMAIL_ALREADY_EXISTS')
  })
})

describe('legal documents', () => {
  test('of both types are there for everybody, as PDFs', async () => {
    const bench = await startBench()
    const documents = await bench.ask<{ type: string; version: string; url: string }[]>(
      LEGAL,
      {},
      bench.simulator.key,
    )
    expect(documents.map(({ type, version }) => `${type} ${version}`)).toEqual([
      'TERMS_AND_CONDITIONS 3.0',
      'PRIVACY_POLICY 2.1',
    ])
    for (const { url } of documents) {
      expect((await fetch(url)).headers.get('content-type')).toBe('application/pdf')
    }
    await bench.expectAsked('legalDocuments')
  })

  test('are accepted one by one, and anew when there is a new version', async () => {
    const bench = await newAccount()
    const { ask, simulator } = bench
    const none = { TERMS_AND_CONDITIONS: false, PRIVACY_POLICY: false }
    expect(await accepted(bench)).toEqual(none)
    const [policy] = await ask<{ id: string }[]>(LEGAL, { type: 'PRIVACY_POLICY' })
    expect(await ask(ACCEPT, { id: policy?.id })).toEqual({ status: 'success' })
    expect(await accepted(bench)).toEqual({ ...none, PRIVACY_POLICY: true })

    const id = await simulator.control.publishLegalDocument('PRIVACY_POLICY', '3.0')
    expect(await accepted(bench)).toEqual(none)
    expect(await ask(LEGAL, { type: 'PRIVACY_POLICY' })).toMatchObject([{ id, version: '3.0' }])
    const outdated = await bench.send(ACCEPT, { id: policy?.id })
    expect(outdated.errors[0]?.extensions?.code).toBe('NOT_FOUND')
    await ask(ACCEPT, { id })
    expect(await accepted(bench)).toEqual({ ...none, PRIVACY_POLICY: true })
    await bench.expectAsked('acceptLegalDocument')
  })

  test('by the deprecated operations are the terms and conditions alone', async () => {
    const bench = await newAccount()
    const { ask } = bench
    const terms = await ask<{ id: string; type: string }>('{ termsAndConditions { id type } }')
    expect(terms.type).toBe('TERMS_AND_CONDITIONS')
    const accept = 'mutation ($id: String!) { acceptTermsAndConditions(id: $id) { status } }'
    expect(await ask(accept, { id: terms.id })).toEqual({ status: 'success' })
    expect(await ask('{ contact { termsAndConditionsAccepted } }')).toEqual({
      termsAndConditionsAccepted: true,
    })
    const [policy] = await ask<{ id: string }[]>(LEGAL, { type: 'PRIVACY_POLICY' })
    const refused = await bench.send(accept, { id: policy?.id })
    expect(refused.errors[0]?.extensions?.code).toBe('NOT_FOUND')
    await bench.expectAsked('termsAndConditions')
    await bench.expectAsked('acceptTermsAndConditions')
  })
})

describe('leaving', () => {
  const DELETE = 'mutation { deleteContact { status error { code } } }'

  test('is refused while a session runs', async () => {
    const { ask } = await startBench()
    expect(await ask(DELETE)).toEqual({ status: 'error', error: { code: 'SESSION_RUNNING' } })
  })

  test('ends the account: neither session nor renewal nor sign-in is left', async () => {
    const bench = await newAccount()
    const { refreshToken } = await bench.signIn(ACCOUNT)
    expect(await bench.ask(DELETE)).toEqual({ status: 'success', error: null })
    for (const query of ['{ contact { id } }', '{ settings { key } }']) {
      expect((await bench.send(query)).errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
    }
    const renewal = await bench.send('mutation { renewSession { sessionToken } }', {}, refreshToken)
    expect(renewal.errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
    const { errors } = await bench.send(SIGN_IN, ACCOUNT, bench.simulator.key)
    expect(errors[0]?.message).toBe('Wrong username or password.')
    await bench.expectAsked('deleteContact')
  })
})
