import type { DeskTranslate } from '../desk-text.ts'
import { isDocumentType } from './filter.ts'

/** A document's type in words; one that we do not know as delivered. */
export const typeWord = (type: string | null, t: DeskTranslate): string =>
  isDocumentType(type) ? t(`documents.type.${type}`) : (type ?? t('desk.none'))
