import type { AccountDocument } from '../state/model.ts'
import { documentOf, documentsOf } from '../state/records.ts'
import type { Fields, RootFields, TypeFields } from './kit.ts'
import { forContact, iso, typeFields } from './kit.ts'
import type { PaginationFilter } from './paging.ts'
import { pageOf } from './paging.ts'

/** Invoices, credit notes and the like of the signed-in contact (L10, L56). */
export const documentTypes: Record<string, TypeFields> = {
  AccountDocument: typeFields({
    documentDate: ({ issuedMs }) => `${iso(issuedMs).slice(0, 10)}T00:00:00.000Z`,
    downloadLink: ({ id }, { world }) => `${world.origin}/documents/${id}.pdf`,
  } satisfies Fields<AccountDocument>),
}

export const documentQueries: RootFields = {
  accountDocument: forContact(({ id }: { id?: string | null }, contact) =>
    id ? documentOf(contact, id) : null,
  ),
  accountDocumentsPaged: forContact(
    ({ pagination }: { pagination?: PaginationFilter | null }, contact, { world }) =>
      pageOf(documentsOf(contact), pagination, world),
  ),
}
