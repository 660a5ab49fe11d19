/** The legal documents in force. */
export const LEGAL_DOCUMENTS = [
  {
    id: 'e7076445-fbaa-465b-af4f-925f4472560f',
    type: 'TERMS_AND_CONDITIONS',
    version: '3.0',
    file: 'terms-and-conditions-v3.pdf',
    title: 'Terms and conditions 3.0',
  },
  {
    id: '0d3c6a0e-8c52-4c4d-9d59-6f53c9a4b1f7',
    type: 'PRIVACY_POLICY',
    version: '2.1',
    file: 'privacy-policy-v2-1.pdf',
    title: 'Privacy policy 2.1',
  },
] as const

/** Settings of the tenant (L1737). */
export const SETTINGS = [
  { key: 'crm_currency', value: 'EUR' },
  { key: 'app_rating', value: '4.6' },
  { key: 'app.support.email', value: 'support@forecourt.example' },
] as const

/** Ways to pay that new contracts may choose from (contractPaymentMethods, L884). */
export const CONTRACT_PAYMENT_METHODS = [
  {
    uuid: '5ffe9724-2ef1-4191-9a5c-682a20f7a0fb',
    paymentName: 'SEPA Direct Debit',
    paymentType: 'SEPA',
    directPaymentMethod: 'SEPA',
  },
  {
    uuid: 'b4cf2d0b-6a53-4b5e-8f2c-90b9f1f2a6a1',
    paymentName: 'Invoice',
    paymentType: 'POSTPAID',
    directPaymentMethod: 'NONE',
  },
  {
    uuid: '2f9a4b1e-2c55-4ac2-b6f9-3f3b0c0a7d52',
    paymentName: 'Credit card',
    paymentType: 'PAYMENT_GATEWAY',
    directPaymentMethod: 'NONE',
  },
] as const
