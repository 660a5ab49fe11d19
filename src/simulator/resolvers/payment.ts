import { TARIFFS } from '../charging/tariffs.ts'
import type { RootFields } from './kit.ts'
import { forContact, notFound } from './kit.ts'

interface Method {
  code: string
  label: string
  method: string
  maskedAccount: object | null
}

const APPLICABLE: readonly Method[] = [
  { code: 'VISA', label: 'Visa', method: 'CREDIT_CARD', maskedAccount: null },
  { code: 'MASTERCARD', label: 'Mastercard', method: 'CREDIT_CARD', maskedAccount: null },
  { code: 'SEPADD', label: 'SEPA direct debit', method: 'SEPA', maskedAccount: null },
]

const REGISTERED: readonly Method[] = [
  {
    code: 'VISA',
    label: 'Visa',
    method: 'CREDIT_CARD',
    maskedAccount: {
      displayLabel: 'Visa •••• 4242',
      expiryMonth: 12,
      expiryYear: 2029,
      holderName: 'Front Desk',
      number: '4242',
    },
  },
]

function toAnswer(method: Method, origin: string): object {
  const isRegistered = method.maskedAccount !== null
  return {
    ...method,
    button: 'button.charge.label',
    contractData: {
      JAVASCRIPT_INTEGRATION: 'false',
      PAGE_BUTTON_LOCALE: 'en',
      PAGE_ENVIRONMENT: 'sandbox',
    },
    deferral: 'NON_DEFERRED',
    grouping: method.method,
    iFrameHeight: 320,
    links: {
      form: `${origin}/checkout/form`,
      lang: 'en',
      localizedForm: `${origin}/checkout/form?lang=en`,
      logo: `${origin}/images/${method.code}.svg`,
      operation: `${origin}/checkout/operation`,
      self: `${origin}/checkout`,
      validation: `${origin}/checkout/validation`,
    },
    operationType: 'CHARGE',
    recurrence: 'recurring',
    redirect: false,
    registration: isRegistered ? 'REGISTERED' : 'OPTIONAL',
    selected: isRegistered,
  }
}

/** Means of payment at the payment provider (L1578, L2360). */
export const paymentQueries: RootFields = {
  paymentMethods: forContact((_args, contact, { world }) => {
    const sessionId = `session-${contact.id.slice(0, 8)}`
    return {
      hostedSession: { sessionId, redirectUrl: `${world.origin}/checkout/${sessionId}` },
      nativeSession: {
        sessionId,
        applicablePaymentMethods: APPLICABLE.map((method) => toAnswer(method, world.origin)),
        registeredPaymentsMethods: REGISTERED.map((method) => toAnswer(method, world.origin)),
      },
    }
  }),
}

export const paymentMutations: RootFields = {
  registerPaymentMethod: forContact(({ rateId }: { rateId: string }, _contact, { world }) => {
    if (!TARIFFS.some(({ id }) => id === rateId)) throw notFound('Rate')
    const id = `txn-optile-${String(world.random.whole(10_000, 99_999))}`
    const link = `/checkout/${id}`
    return { id, link, absoluteLink: `${world.origin}${link}` }
  }),
}
