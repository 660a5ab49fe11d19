import type { Contact } from '../state/account.ts'
import { CURRENCIES } from '../state/registration.ts'
import { runningOf } from '../state/records.ts'
import type { Fields, RootFields, TypeFields } from './kit.ts'
import { forContact, iso, typeFields } from './kit.ts'
import { hasAccepted } from './legal.ts'
import type { PaginationFilter } from './paging.ts'
import { pageOf } from './paging.ts'
import type { ProfileInput } from './profile.ts'
import { applyProfile, failure, problemOf } from './profile.ts'

const AS_IN_PROFILE = [
  'firstName',
  'name',
  'birthday',
  'companyId',
  'gender',
  'isCompany',
  'isDeactivated',
  'language',
  'mobile',
  'phone',
  'vat',
  'address',
] as const

export const contactTypes: Record<string, TypeFields> = {
  Contact: {
    ...Object.fromEntries(
      AS_IN_PROFILE.map((name) => [name, (contact: unknown) => (contact as Contact).profile[name]]),
    ),
    ...typeFields({
      createdAt: ({ createdMs }) => iso(createdMs),
      updatedAt: ({ updatedMs }) => iso(updatedMs),
      currency: ({ profile }) => ({ isoCode: profile.currency }),
      displayName: ({ profile }) =>
        [profile.firstName, profile.name].filter((part) => part !== null).join(' '),
      legalDocumentsAccepted: (contact, context) =>
        context.world.legal.inForce().map(({ type }) => ({
          legalDocumentType: type,
          legalDocumentAccepted: hasAccepted(contact, type, context),
        })),
      termsAndConditionsAccepted: (contact, context) =>
        hasAccepted(contact, 'TERMS_AND_CONDITIONS', context),
    } satisfies Fields<Contact>),
  },
}

export const contactQueries: RootFields = {
  contact: forContact((_args, contact) => contact),
  availableCurrencies: forContact(
    ({ pagination }: { pagination?: PaginationFilter | null }, _contact, { world }) => {
      const currencies = CURRENCIES.map((isoCode) => ({ currency: { isoCode } }))
      return pageOf(currencies, pagination, world)
    },
  ),
}

export const contactMutations: RootFields = {
  // Only the token's own contact is changed, whatever id is sent (traps 13).
  updateContact: forContact(
    ({ contactProfile }: { contactProfile: ProfileInput }, contact, context) => {
      const { id, email } = contactProfile
      if (id && id !== contact.id) return failure('FORBIDDEN', 403, 'This is not your contact.')
      const problem = problemOf(contactProfile, contact, context)
      if (problem) return problem
      if (email) contact.email = email
      applyProfile(contact, contactProfile)
      contact.updatedMs = context.world.clock.now()
      return { additionalFields: contact.additionalFields, error: null, profile: contact }
    },
  ),
  // Without the contact its tokens are worth nothing (schema.ts, session.ts).
  deleteContact: forContact((_args, contact, { world }) => {
    if (runningOf(contact).length > 0) {
      return { ...failure('SESSION_RUNNING', 409, 'A session is still running.'), status: 'error' }
    }
    world.contacts.splice(world.contacts.indexOf(contact), 1)
    return { additionalFields: [], error: null, profile: null, status: 'success' }
  }),
}
