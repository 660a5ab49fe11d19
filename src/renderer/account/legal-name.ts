import type { DeskTranslate } from '../i18n/desk-text.ts'

/** A legal document as `legalDocuments` delivers it (L5424). */
export interface LegalPaper {
  readonly id: string
  readonly type: string
  readonly version: string
  readonly url: string
}

/** Its kind in words; one that we do not know goes by the platform's own name. */
export function legalName({ type }: Pick<LegalPaper, 'type'>, t: DeskTranslate): string {
  switch (type.toUpperCase()) {
    case 'TERMS_AND_CONDITIONS':
      return t('legal.terms')
    case 'PRIVACY_POLICY':
      return t('legal.privacy')
    default:
      return type
  }
}
