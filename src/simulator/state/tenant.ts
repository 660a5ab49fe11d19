/** Settings of the tenant (L1737): texts all, in both styles of key that the reference shows. */
export const SETTINGS = [
  { key: 'crm_currency', value: 'EUR' },
  { key: 'crm_language', value: 'de_DE' },
  { key: 'crm_time_zone', value: 'Europe/Vienna' },
  { key: 'app_rating', value: '4.6' },
  { key: 'app.name', value: 'Forecourt demo network' },
  { key: 'app.support.email', value: 'support@forecourt.example' },
  { key: 'app.support.phone', value: '+43 662 1234599' },
  { key: 'app.imprint.url', value: 'https://forecourt.example/imprint' },
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
