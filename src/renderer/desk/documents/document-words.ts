import type { DeskTranslate } from '../../i18n/desk-text.ts'
import { isDocumentType } from './filter.ts'

/** A document's type in words; one that we do not know as delivered, and null where it is not provided. */
export const typeWord = (type: string | null, t: DeskTranslate): string | null =>
  isDocumentType(type) ? t(`documents.type.${type}`) : type

/** A title as delivered, its dates (ISO 8601) as all others are written here. */
export const withOurDates = (title: string, day: (iso: string) => string): string =>
  title.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, (iso) => day(iso) || iso)
