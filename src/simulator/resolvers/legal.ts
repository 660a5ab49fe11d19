import { LEGAL_DOCUMENTS, SETTINGS } from '../state/tenant.ts'
import type { Context, RootFields } from './kit.ts'
import { forAnyone, forContact, notFound } from './kit.ts'

type LegalDocument = (typeof LEGAL_DOCUMENTS)[number]

const toAnswer = ({ id, type, version, file }: LegalDocument, { world }: Context): object => ({
  id,
  type,
  version,
  url: `${world.origin}/legal/${file}`,
})

/** Legal documents and the tenant's settings (L1496, L1737, L1956, L1983). */
export const legalQueries: RootFields = {
  legalDocuments: forAnyone(({ type }: { type?: string | null }, context) =>
    LEGAL_DOCUMENTS.filter((document) => !type || document.type === type).map((document) =>
      toAnswer(document, context),
    ),
  ),
  termsAndConditions: forAnyone((_args, context) => toAnswer(LEGAL_DOCUMENTS[0], context)),
  settings: forAnyone(({ key }: { key?: string | null }) =>
    SETTINGS.filter((setting) => !key || setting.key === key),
  ),
}

const accepting = (what: string): RootFields[string] =>
  forContact(({ id }: { id: string }, contact) => {
    if (!LEGAL_DOCUMENTS.some((document) => document.id === id)) throw notFound(what)
    contact.acceptedDocuments.add(id)
    return { status: 'success', message: `${what} accepted successfully.` }
  })

export const legalMutations: RootFields = {
  acceptLegalDocument: accepting('Legal document'),
  acceptTermsAndConditions: accepting('Terms and conditions'),
}
