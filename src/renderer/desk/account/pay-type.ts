import type { DeskTranslate } from '../../i18n/desk-text.ts'

/** The platform's codes of how is paid that have words of ours. */
const known = {
  SEPA: 'payType.sepa',
  POSTPAID: 'payType.postpaid',
  PAYMENT_GATEWAY: 'payType.gateway',
  CREDIT_CARD: 'payType.card',
} as const

/** How is paid, in words; a code that nobody knows here as it was delivered, null as null. */
export function payTypeWords(code: string | null | undefined, t: DeskTranslate): string | null {
  if (code == null) return null
  return code in known ? t(known[code as keyof typeof known]) : code
}
