import {
  DeskDocumentDocument,
  DeskDocumentsDocument,
  type DeskDocumentQuery,
  type DeskDocumentsQuery,
} from '#platform/generated/ask/graphql.ts'
import { askPlatform } from '../../ask/ask-platform.ts'
import { usePages, type Pages } from '../../ask/use-pages.ts'

type Documents = NonNullable<NonNullable<DeskDocumentsQuery['accountDocumentsPaged']>['data']>
export type DocumentRow = NonNullable<Documents[number]>
export type DocumentDetail = NonNullable<DeskDocumentQuery['accountDocument']>

const PAGE = 40

/** The account's documents (reference: query `accountDocumentsPaged`). */
export const useDocuments = (): Pages<DocumentRow> =>
  usePages(PAGE, async (pagination) => {
    const { accountDocumentsPaged } = await askPlatform(DeskDocumentsDocument, { pagination })
    return accountDocumentsPaged
  })

/** One document with its link (reference: query `accountDocument`); null where there is none of that id. */
export async function askDocument(id: string): Promise<DocumentDetail | null> {
  return (await askPlatform(DeskDocumentDocument, { id })).accountDocument
}
