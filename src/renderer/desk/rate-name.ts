import type { DeskTranslate } from '../i18n/desk-text.ts'

interface Rate {
  readonly id: string
  readonly name: string | null
  readonly shortDescription?: string | null
}

/** What a rate is called: its name, else its short text; an id alone says nothing to anybody. */
export const rateName = ({ id, name, shortDescription }: Rate, t: DeskTranslate): string =>
  filled(name) ?? filled(shortDescription) ?? t('desk.rate.unnamed', { id })

/** What a way to pay is called. */
export const methodName = (
  { uuid, paymentName }: { readonly uuid: string; readonly paymentName: string | null },
  t: DeskTranslate,
): string => filled(paymentName) ?? t('desk.method.unnamed', { id: uuid })

const filled = (text: string | null | undefined): string | null => text?.trim() || null
