import type { DeskTranslate } from '../../i18n/desk-text.ts'
import { isDocumentType } from './filter.ts'

/** A document's type in words; one that we do not know as delivered, and null where it is not provided. */
export const typeWord = (type: string | null, t: DeskTranslate): string | null =>
  isDocumentType(type) ? t(`documents.type.${type}`) : type
