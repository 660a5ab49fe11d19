import { TARIFFS } from '../charging/tariffs.ts'
import type { Contact, RegisteredMethod } from '../state/account.ts'
import type { RootFields } from './kit.ts'
import { forContact, notFound } from './kit.ts'

interface Method {
  code: string
  label: string
  method: string
}

const APPLICABLE: readonly Method[] = [
  { code: 'VISA', label: 'Visa', method: 'CREDIT_CARD' },
  { code: 'MASTERCARD', label: 'Mastercard', method: 'CREDIT_CARD' },
  { code: 'SEPADD', label: 'SEPA direct debit', method: 'SEPA' },
]

interface Page {
  origin: string
  /** The hosted page of this contact. */
  url: string
}

const applicable = (method: Method, page: Page): object => ({
  ...common(method, page),
  maskedAccount: null,
  registration: 'OPTIONAL',
  selected: false,
})

function registered(method: RegisteredMethod, page: Page): object {
  const { code, label, lastDigits, holderName, expiryMonth, expiryYear } = method
  const displayLabel = `${label} •••• ${lastDigits}`
  return {
    ...common({ code, label, method: 'CREDIT_CARD' }, page),
    maskedAccount: { displayLabel, expiryMonth, expiryYear, holderName, number: lastDigits },
    registration: 'REGISTERED',
    selected: true,
  }
}

const common = (method: Method, { origin, url }: Page): object => ({
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
    form: `${url}/form`,
    lang: 'en',
    localizedForm: `${url}/form?lang=en`,
    logo: `${origin}/images/${method.code}.svg`,
    operation: `${url}/operation`,
    self: url,
    validation: `${url}/validation`,
  },
  operationType: 'CHARGE',
  recurrence: 'recurring',
  redirect: false,
})

/** Means of payment at the payment provider (L1578, L1484, L2360). */
export const paymentQueries: RootFields = {
  hasPaymentMedium: forContact((_args, contact) => hasPaymentMedium(contact)),
  paymentMethods: forContact((_args, contact, { world }) => {
    const { id: sessionId } = world.checkouts.hosted(contact)
    const page = { origin: world.origin, url: `${world.origin}/checkout/${sessionId}` }
    return {
      hostedSession: { sessionId, redirectUrl: page.url },
      nativeSession: {
        sessionId,
        applicablePaymentMethods: APPLICABLE.map((method) => applicable(method, page)),
        registeredPaymentsMethods: contact.paymentMethods.map((method) => registered(method, page)),
      },
    }
  }),
}

const hasPaymentMedium = ({ contracts, paymentMethods }: Contact): boolean =>
  contracts.length > 0 || paymentMethods.length > 0

export const paymentMutations: RootFields = {
  registerPaymentMethod: forContact(({ rateId }: { rateId: string }, contact, { world }) => {
    if (!TARIFFS.some(({ id }) => id === rateId)) throw notFound('Rate')
    const { id } = world.checkouts.open(contact)
    const link = `/checkout/${id}`
    return { id, link, absoluteLink: `${world.origin}${link}` }
  }),
}
