import type { Contact, ContactProfile, PostalAddress } from '../state/account.ts'
import { emptyContact } from '../state/account.ts'
import { LEGAL_DOCUMENTS } from '../state/tenant.ts'
import type { Fields, RootFields, TypeFields } from './kit.ts'
import { errorBody, forAnyone, forContact, iso, typeFields } from './kit.ts'
import type { PaginationFilter } from './paging.ts'
import { pageOf } from './paging.ts'

/** What can be sent of a profile (ContactProfile, L3866; RegisteringContactProfile, L5924). */
type ProfileInput = {
  [K in Exclude<keyof ContactProfile, 'address'>]?: ContactProfile[K] | null
} & {
  id?: string | null
  email?: string | null
  password?: string | null
  address?: Partial<PostalAddress> | null
}

interface AdditionalField {
  name: string
  value: string
}

const isAccepted = (contact: Contact, type: string): boolean =>
  LEGAL_DOCUMENTS.some(
    (document) => document.type === type && contact.acceptedDocuments.has(document.id),
  )

export const contactTypes: Record<string, TypeFields> = {
  Contact: {
    ...Object.fromEntries(
      (
        [
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
      ).map((name) => [name, (contact: unknown) => (contact as Contact).profile[name]]),
    ),
    ...typeFields({
      createdAt: ({ createdMs }) => iso(createdMs),
      updatedAt: ({ updatedMs }) => iso(updatedMs),
      currency: ({ profile }) => ({ isoCode: profile.currency }),
      displayName: ({ profile }) =>
        [profile.firstName, profile.name].filter((part) => part !== null).join(' '),
      legalDocumentsAccepted: (contact) =>
        LEGAL_DOCUMENTS.map(({ type }) => ({
          legalDocumentType: type,
          legalDocumentAccepted: isAccepted(contact, type),
        })),
      termsAndConditionsAccepted: (contact) => isAccepted(contact, 'TERMS_AND_CONDITIONS'),
    } satisfies Fields<Contact>),
  },
}

/** What this tenant asks for besides the usual at registration. */
const ADDITIONAL_FIELDS = [
  {
    name: 'employee_id',
    description: 'Your company employee ID',
    required: 'true',
    type: 'text',
    value: '',
  },
  {
    name: 'licence_plate',
    description: 'Licence plate of your vehicle',
    required: '0',
    type: 'text',
    value: '',
  },
]

export const contactQueries: RootFields = {
  contact: forContact((_args, contact) => contact),
  additionalRegistrationFields: forAnyone(() => ADDITIONAL_FIELDS, ['INI']),
  availableCurrencies: forContact(
    ({ pagination }: { pagination?: PaginationFilter | null }, _contact, { world }) => {
      const currencies = ['EUR', 'CHF'].map((isoCode) => ({ currency: { isoCode } }))
      return pageOf(currencies, pagination, world)
    },
  ),
}

export const contactMutations: RootFields = {
  registerContact: forAnyone(
    (
      {
        contactProfile,
        additionalFields,
      }: {
        contactProfile?: (ProfileInput & { email: string; password: string }) | null
        additionalFields?: (AdditionalField | null)[] | null
      },
      { world },
    ) => {
      if (!contactProfile) return failure('PROFILE_MISSING', 400, 'The profile is missing.')
      const { email, password } = contactProfile
      if (world.contacts.some((contact) => contact.email === email)) {
        return failure('EMAIL_ALREADY_EXISTS', 409, 'This e-mail address is taken.')
      }
      const given = additionalFields ?? []
      const isComplete = ADDITIONAL_FIELDS.every(
        ({ name, required }) => required === '0' || given.some((field) => field?.name === name),
      )
      if (!isComplete) return failure('ADDITIONAL_FIELD_MISSING', 422, 'A field is missing.')
      const contact = emptyContact(world.random.uuid(), email, world.clock.now())
      contact.password = password
      applyProfile(contact, contactProfile)
      world.contacts.push(contact)
      return { additionalFields: given, error: null, profile: contact }
    },
    ['INI'],
  ),
  // Only the token's own contact is changed, whatever id is sent (traps 13).
  updateContact: forContact(
    ({ contactProfile }: { contactProfile: ProfileInput }, contact, { world }) => {
      const { id, email } = contactProfile
      if (id && id !== contact.id) return failure('FORBIDDEN', 403, 'This is not your contact.')
      if (email) contact.email = email
      applyProfile(contact, contactProfile)
      contact.updatedMs = world.clock.now()
      return { additionalFields: [], error: null, profile: contact }
    },
  ),
  deleteContact: forContact((_args, contact, { world }) => {
    if (contact.chargelogs.some(({ status }) => status !== 'stopped')) {
      return { ...failure('SESSION_RUNNING', 409, 'A session is still running.'), status: 'error' }
    }
    world.contacts.splice(world.contacts.indexOf(contact), 1)
    return { additionalFields: [], error: null, profile: null, status: 'success' }
  }),
}

/** Applies what is set; companyId and isDeactivated are not the contact's own to change. */
function applyProfile({ profile }: Contact, input: ProfileInput): void {
  const { address, currency, isCompany, language } = input
  const names = ['firstName', 'name', 'birthday', 'gender', 'mobile', 'phone', 'vat'] as const
  for (const name of names) profile[name] = input[name] ?? profile[name]
  profile.currency = currency ?? profile.currency
  profile.language = language ?? profile.language
  profile.isCompany = isCompany ?? profile.isCompany
  for (const [name, value] of Object.entries(address ?? {})) {
    if (value) profile.address[name as keyof PostalAddress] = value
  }
}

const failure = (code: string, status: number, message: string): object => ({
  additionalFields: [],
  profile: null,
  error: errorBody(code, status, message),
})
