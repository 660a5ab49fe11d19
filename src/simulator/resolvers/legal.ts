import type { Contact } from '../state/account.ts'
import type { LegalDocument, LegalType } from '../state/legal.ts'
import { SETTINGS } from '../state/tenant.ts'
import type { Context, RootFields } from './kit.ts'
import { forAnyone, forContact, notFound } from './kit.ts'

/** "In device language" (L1498): the header is all that says it. */
const toAnswer = ({ id, type, version }: LegalDocument, { world, language }: Context): object => ({
  id,
  type,
  version,
  url: `${world.origin}/legal/${id}.pdf${language === null ? '' : `?language=${language}`}`,
})

/** Whether a contact has accepted the version of this type that is in force (traps 84). */
export const hasAccepted = (contact: Contact, type: LegalType, { world }: Context): boolean =>
  contact.acceptedDocuments.has(world.legal.ofType(type).id)

/** Legal documents and the tenant's settings (L1496, L1737, L1956, L1983). */
export const legalQueries: RootFields = {
  legalDocuments: forAnyone(({ type }: { type?: LegalType | null }, context) =>
    context.world.legal
      .inForce()
      .filter((document) => !type || document.type === type)
      .map((document) => toAnswer(document, context)),
  ),
  termsAndConditions: forAnyone((_args, context) =>
    toAnswer(context.world.legal.ofType('TERMS_AND_CONDITIONS'), context),
  ),
  settings: forAnyone(({ key }: { key?: string | null }) =>
    SETTINGS.filter((setting) => !key || setting.key === key),
  ),
}

/** Only what is in force can be accepted. */
const accepting = (what: string, types: readonly LegalType[]): RootFields[string] =>
  forContact(({ id }: { id: string }, contact, { world }) => {
    if (!types.some((type) => world.legal.ofType(type).id === id)) throw notFound(what)
    contact.acceptedDocuments.add(id)
    return { status: 'success', message: `${what} accepted successfully.` }
  })

export const legalMutations: RootFields = {
  acceptLegalDocument: accepting('Legal document', ['TERMS_AND_CONDITIONS', 'PRIVACY_POLICY']),
  acceptTermsAndConditions: accepting('Terms and conditions', ['TERMS_AND_CONDITIONS']),
}
