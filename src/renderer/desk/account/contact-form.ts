import type {
  AccountContactQuery,
  AddressInput,
  Gender,
  LanguageCode,
  UpdateContactMutationVariables,
} from '#platform/generated/ask/graphql.ts'
import {
  addressFields,
  dayOf,
  emptyProfile,
  instantOf,
  profileProblems,
  typed,
  type Problems,
  type ProfileDraft,
} from '../../account/profile.ts'

export type Contact = NonNullable<AccountContactQuery['contact']>

const texts = ['firstName', 'name', 'email', 'phone', 'mobile', 'fax', 'vat', 'currency'] as const

/** The contact as it can be typed over. The platform never delivers the fax number (traps 26). */
export function draftOf(contact: Contact): ProfileDraft {
  const { address } = contact
  return {
    ...emptyProfile(),
    firstName: contact.firstName ?? '',
    name: contact.name ?? '',
    email: contact.email ?? '',
    phone: contact.phone ?? '',
    mobile: contact.mobile ?? '',
    birthday: contact.birthday === null ? '' : dayOf(contact.birthday),
    gender: contact.gender ?? '',
    isCompany: contact.isCompany ?? false,
    vat: contact.vat ?? '',
    language: contact.language ?? '',
    currency: contact.currency?.isoCode ?? '',
    street: address?.street ?? '',
    zip: address?.zip ?? '',
    city: address?.city ?? '',
    state: address?.state ?? '',
    country: address?.country ?? '',
  }
}

export type Field = keyof ProfileDraft

/** The fields that differ from what the platform delivered. */
export function changedFields(draft: ProfileDraft, delivered: ProfileDraft): Field[] {
  return (Object.keys(draft) as Field[]).filter((name) => !isSame(draft[name], delivered[name]))
}

/** What keeps it from being saved: the platform takes no empty field in place of a filled one (L2767). */
export function contactProblems(
  draft: ProfileDraft,
  delivered: ProfileDraft,
  nowMs: number,
): Problems<Field> {
  const problems: Problems<Field> = {}
  for (const name of changedFields(draft, delivered))
    if (isEmpty(draft[name])) problems[name] = 'contact.cannotClear'
  return { ...problems, ...wrong(draft, delivered, nowMs) }
}

/** An old value that the platform keeps is none of our business: only what was typed is looked at. */
function wrong(draft: ProfileDraft, delivered: ProfileDraft, nowMs: number): Problems<Field> {
  const changed = changedFields(draft, delivered)
  const problems = Object.entries(profileProblems(draft, nowMs))
  return Object.fromEntries(
    problems.filter(([name]) => {
      const field = changed.find((one) => one === name)
      return field !== undefined && !isEmpty(draft[field])
    }),
  )
}

/** Only what was changed is sent; of the address all that there is, so that no part can get lost. */
export function changesOf(
  draft: ProfileDraft,
  delivered: ProfileDraft,
): UpdateContactMutationVariables {
  const changed = new Set(changedFields(draft, delivered))
  const sent = typed(
    Object.fromEntries(
      texts.filter((name) => changed.has(name)).map((name) => [name, draft[name]]),
    ),
  )
  const { street, zip, city, state, country } = draft
  const hasNewAddress = addressFields.some((name) => changed.has(name))
  return {
    ...sent,
    ...(changed.has('birthday') && { birthday: instantOf(draft.birthday) }),
    ...(changed.has('gender') && { gender: draft.gender as Gender }),
    ...(changed.has('language') && { language: draft.language as LanguageCode }),
    ...(changed.has('isCompany') && { isCompany: draft.isCompany }),
    ...(hasNewAddress && {
      address: typed({ street, zip, city, state, country }) as AddressInput,
    }),
  }
}

const isEmpty = (value: string | boolean): boolean =>
  typeof value === 'string' && value.trim() === ''

function isSame(one: string | boolean, other: string | boolean): boolean {
  return typeof one === 'string' && typeof other === 'string'
    ? one.trim() === other.trim()
    : one === other
}
