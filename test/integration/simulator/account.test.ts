import { describe, expect, test } from 'vitest'
import type { TestBench } from './harness.ts'
import { startBench } from './harness.ts'

interface ContractAnswer {
  status: string
  message: string
  error: { code: string } | null
}

const UPDATE = `mutation ($profile: ContactProfile!) { updateContact(contactProfile: $profile) {
  profile { id email firstName name phone companyId isDeactivated address { street city country } }
  error { code }
} }`
const CREATE_SEPA = `mutation ($input: creatingSepaContract) {
  createSepaContract(sepaContract: $input) { status message error { code } }
}`
const UPDATE_SEPA = `mutation ($input: updatingSepaContract) {
  updateSepaContract(updateSepaContract: $input) { status message error { code } }
}`
const CREATE_POSTPAID = `mutation ($input: creatingPostpaidContract) {
  createPostpaidContract(postpaidContract: $input) { status error { code } }
}`
const UPDATE_POSTPAID = `mutation ($input: updatePostpaidContract) {
  updatePostpaidContract(postpaidContract: $input) { status error { code } }
}`
const REGISTER = `mutation ($rateId: String!) {
  registerPaymentMethod(rateId: $rateId, callbackType: HTML) { id link absoluteLink }
}`
const BANK = '{ bankAccount { accountHolder bank bic iban } }'
const HAS_MEDIUM = '{ hasPaymentMedium }'
const METHODS = `{ paymentMethods {
  hostedSession { redirectUrl }
  nativeSession { registeredPaymentsMethods { code maskedAccount { displayLabel } } }
} }`

/** The demo account without any means of payment. */
async function startPoor(): Promise<TestBench> {
  const bench = await startBench()
  await bench.simulator.control.dropPaymentMedia()
  return bench
}

async function newContract({ ask }: TestBench, type: string): Promise<object> {
  const methods = await ask<{ uuid: string; paymentType: string }[]>(
    '{ contractPaymentMethods { uuid paymentType } }',
  )
  const [rate] = await ask<{ id: string }[]>('{ contractRateOptions { id } }')
  const method = methods.find(({ paymentType }) => paymentType === type)
  return { id: method?.uuid, rateId: rate?.id, customerReference: 'AppServices bill' }
}

const SEPA = {
  accountHolder: 'Ada Lovelace',
  iban: 'DE89 3704 0044 0532 0130 00',
  bank: 'Commerzbank',
  debitType: 'CORE',
  useParent: false,
}

describe('the contact', () => {
  test('is changed where something is sent, and stays as it is elsewhere', async () => {
    const bench = await startBench()
    const before = await bench.ask<Record<string, unknown>>(
      '{ contact { id email firstName name phone companyId isDeactivated address { street city country } } }',
    )
    const { profile, error } = await bench.ask<{ profile: object; error: unknown }>(UPDATE, {
      profile: {
        firstName: 'Ada',
        phone: null,
        companyId: 7,
        isDeactivated: true,
        address: { city: 'Hallein' },
      },
    })
    expect(error).toBeNull()
    expect(profile).toEqual({
      ...before,
      firstName: 'Ada',
      address: { ...(before.address as object), city: 'Hallein' },
    })
    await bench.expectAsked('updateContact')
    await bench.expectAsked('contact')
  })

  test.each([
    [{ id: 'somebody-else', firstName: 'Eve' }, 'FORBIDDEN'],
    [{ email: 'driver@roaming.example' }, 'EMAIL_ALREADY_EXISTS'],
    [{ email: 'nobody' }, 'EMAIL_INVALID'],
    [{ currency: 'XXX' }, 'CURRENCY_UNKNOWN'],
  ])('is not changed by %o', async (profile, code) => {
    const { ask } = await startBench()
    const before = await ask('{ contact { id email firstName currency { isoCode } updatedAt } }')
    expect(await ask(UPDATE, { profile })).toEqual({ profile: null, error: { code } })
    expect(await ask('{ contact { id email firstName currency { isoCode } updatedAt } }')).toEqual(
      before,
    )
  })

  test('may choose from the tenant’s currencies', async () => {
    const bench = await startBench()
    const { data } = await bench.ask<{ data: { currency: { isoCode: string } }[] }>(
      '{ availableCurrencies { data { currency { isoCode } } } }',
    )
    const codes = data.map(({ currency }) => currency.isoCode)
    expect(codes).toContain('CHF')
    await bench.ask(UPDATE, { profile: { currency: 'CHF' } })
    expect(await bench.ask('{ contact { currency { isoCode } } }')).toEqual({
      currency: { isoCode: 'CHF' },
    })
    await bench.expectAsked('availableCurrencies')
  })
})

describe('contracts', () => {
  test('by SEPA bring a bank account and a means of payment', async () => {
    const bench = await startPoor()
    expect(await bench.ask(BANK)).toBeNull()
    expect(await bench.ask(HAS_MEDIUM)).toBe(false)
    const input = { ...SEPA, ...(await newContract(bench, 'SEPA')) }
    expect(await bench.ask(CREATE_SEPA, { input })).toMatchObject({
      status: 'success',
      error: null,
    })
    expect(await bench.ask(BANK)).toEqual({
      accountHolder: SEPA.accountHolder,
      bank: SEPA.bank,
      bic: null,
      iban: SEPA.iban,
    })
    expect(await bench.ask(HAS_MEDIUM)).toBe(true)
    await bench.expectAsked('createSepaContract')
    await bench.expectAsked('bankAccount')
    await bench.expectAsked('hasPaymentMedium')
    await bench.expectAsked('contractPaymentMethods')
  })

  test('by SEPA are changed by the contract’s id, which only the control tells', async () => {
    const bench = await startBench()
    const [contract] = await bench.simulator.control.contracts()
    expect(contract).toMatchObject({ kind: 'sepa', iban: 'AT61 1904 3002 3457 3201' })
    const answer = await bench.ask<ContractAnswer>(UPDATE_SEPA, {
      input: { id: contract?.id, iban: SEPA.iban },
    })
    // Sic: the reference answers an update so (traps 87).
    expect(answer).toMatchObject({
      status: 'success',
      message: 'SEPA contract created successfully.',
    })
    expect(await bench.ask(BANK)).toMatchObject({
      iban: SEPA.iban,
      accountHolder: 'Hotel Mozart GmbH',
    })
    await bench.expectAsked('updateSepaContract')
  })

  test('postpaid are created and renamed, and bring no bank account', async () => {
    const bench = await startPoor()
    const input = await newContract(bench, 'POSTPAID')
    expect(await bench.ask(CREATE_POSTPAID, { input })).toMatchObject({ status: 'success' })
    expect(await bench.ask(BANK)).toBeNull()
    const { control } = bench.simulator
    const [contract] = await control.contracts()
    expect(contract).toMatchObject({
      kind: 'postpaid',
      customerReference: 'AppServices bill',
      iban: null,
    })
    const renamed = { id: contract?.id, customerReference: 'Bar' }
    expect(await bench.ask(UPDATE_POSTPAID, { input: renamed })).toMatchObject({
      status: 'success',
    })
    expect(await control.contracts()).toMatchObject([{ customerReference: 'Bar' }])
    await bench.expectAsked('createPostpaidContract')
    await bench.expectAsked('updatePostpaidContract')
  })

  test('that are not there cannot be changed; the id of a way to pay is none', async () => {
    const bench = await startBench()
    const { id } = (await newContract(bench, 'SEPA')) as { id: string }
    const refused = { status: 'error', error: { code: 'CONTRACT_NOT_FOUND' } }
    expect(await bench.ask(UPDATE_SEPA, { input: { id, bank: 'Bank' } })).toMatchObject(refused)
    expect(await bench.ask(UPDATE_POSTPAID, { input: { id } })).toMatchObject(refused)
  })

  test.each([
    ['id', 'PAYMENT_METHOD_NOT_FOUND'],
    ['rateId', 'RATE_NOT_FOUND'],
    ['iban', 'BANK_DETAILS_MISSING'],
  ])('by SEPA without a good %s are refused', async (field, code) => {
    const bench = await startBench()
    const input = { ...SEPA, ...(await newContract(bench, 'SEPA')), [field]: ' ' }
    const answer = await bench.ask<ContractAnswer>(CREATE_SEPA, { input })
    expect(answer).toMatchObject({ status: 'error', error: { code } })
  })
})

describe('registering a card', () => {
  const answer = (url: string, value: string) =>
    fetch(url, { method: 'POST', body: new URLSearchParams({ answer: value }) })

  async function begin(bench: TestBench) {
    const { rateId } = (await newContract(bench, 'SEPA')) as { rateId: string }
    return bench.ask<{ id: string; link: string; absoluteLink: string }>(REGISTER, { rateId })
  }

  const registered = async ({ ask }: TestBench) => {
    const { nativeSession } = await ask<{
      nativeSession: { registeredPaymentsMethods: { code: string }[] }
    }>(METHODS)
    return nativeSession.registeredPaymentsMethods.map(({ code }) => code)
  }

  test('happens on a page of its own, and then there is a means of payment', async () => {
    const bench = await startPoor()
    const { link, absoluteLink } = await begin(bench)
    expect(absoluteLink).toBe(`${bench.simulator.origin}${link}`)
    expect(await (await fetch(absoluteLink)).text()).toContain('Register a card')
    expect(await bench.ask(HAS_MEDIUM)).toBe(false)
    expect(await (await answer(absoluteLink, 'approve')).text()).toContain('The card is registered')
    expect(await bench.ask(HAS_MEDIUM)).toBe(true)
    expect(await registered(bench)).toEqual(['MASTERCARD'])
    await bench.expectAsked('registerPaymentMethod')
    await bench.expectAsked('paymentMethods')
  })

  test('can be declined, on the page or by the control', async () => {
    const bench = await startPoor()
    const [first, second] = [await begin(bench), await begin(bench)]
    expect(await (await answer(first.absoluteLink, 'decline')).text()).toContain('was declined')
    await bench.simulator.control.answerCheckout(second.id, 'decline')
    await answer(second.absoluteLink, 'approve')
    expect(await bench.ask(HAS_MEDIUM)).toBe(false)
    expect(await registered(bench)).toEqual([])
  })

  test('works from the hosted session that paymentMethods names, too', async () => {
    const bench = await startPoor()
    const { hostedSession } = await bench.ask<{ hostedSession: { redirectUrl: string } }>(METHODS)
    await answer(hostedSession.redirectUrl, 'approve')
    expect(await registered(bench)).toEqual(['MASTERCARD'])
  })

  test('needs a rate that there is', async () => {
    const { send } = await startBench()
    const { errors } = await send(REGISTER, { rateId: 'no such rate' })
    expect(errors[0]?.extensions?.code).toBe('NOT_FOUND')
  })
})
