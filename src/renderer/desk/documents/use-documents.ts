import {
  DeskDocumentDocument,
  DeskDocumentsDocument,
  type DeskDocumentQuery,
  type DeskDocumentsQuery,
} from '#platform/generated/ask/graphql.ts'
import type { Asked } from '../../ask/asked.ts'
import { useAsk } from '../../ask/use-ask.ts'
import type { Pages } from '../../ask/use-pages.ts'

type Documents = NonNullable<NonNullable<DeskDocumentsQuery['accountDocumentsPaged']>['data']>
export type DocumentRow = NonNullable<Documents[number]>
export type DocumentDetail = NonNullable<DeskDocumentQuery['accountDocument']>

const PAGE = 40

/** The account's documents (reference: query `accountDocumentsPaged`). */
export const useDocuments = (): Pages<DocumentRow> =>
  useAsk(DeskDocumentsDocument, (pagination) => ({ pagination }), {
    as: 'page',
    limit: PAGE,
    list: (answer) => answer.accountDocumentsPaged,
  })

/** One document with its link (reference: query `accountDocument`); null where there is none of that id. */
export const useDocument = (id: string): Asked<DocumentDetail | null> =>
  useAsk(DeskDocumentDocument, { id }, { as: 'once', read: (answer) => answer.accountDocument })
