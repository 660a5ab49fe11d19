import type { AccountDocument } from '../state/model.ts'
import type { Fields, RootFields, TypeFields } from './kit.ts'
import { forContact, iso, typeFields } from './kit.ts'
import type { PaginationFilter } from './paging.ts'
import { pageOf } from './paging.ts'

/** Invoices and credit notes of the signed-in contact (L10, L56). */
export const documentTypes: Record<string, TypeFields> = {
  AccountDocument: typeFields({
    documentDate: ({ issuedMs }) => `${iso(issuedMs).slice(0, 10)}T00:00:00.000Z`,
    downloadLink: ({ id }, { world }) => `${world.origin}/documents/${id}.pdf`,
  } satisfies Fields<AccountDocument>),
}

export const documentQueries: RootFields = {
  accountDocument: forContact(({ id }: { id?: string | null }, contact) =>
    contact.documents.find((document) => document.id === id),
  ),
  accountDocumentsPaged: forContact(
    ({ pagination }: { pagination?: PaginationFilter | null }, contact, { world }) => {
      const newestFirst = [...contact.documents].sort((a, b) => b.issuedMs - a.issuedMs)
      return pageOf(newestFirst, pagination, world)
    },
  ),
}
