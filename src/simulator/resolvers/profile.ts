import type { Contact, ContactProfile, PostalAddress } from '../state/account.ts'
import { CURRENCIES } from '../state/registration.ts'
import type { Context } from './kit.ts'
import { errorBody } from './kit.ts'

/** What can be sent of a profile (ContactProfile, L3866; RegisteringContactProfile, L5924). */
export type ProfileInput = {
  [K in Exclude<keyof ContactProfile, 'address'>]?: ContactProfile[K] | null
} & {
  id?: string | null
  email?: string | null
  password?: string | null
  address?: Partial<PostalAddress> | null
}

const TEXTS = ['firstName', 'name', 'birthday', 'gender', 'mobile', 'phone', 'vat'] as const
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** An answer of registerContact, updateContact and deleteContact that says why not. */
export const failure = (code: string, status: number, message: string): object => ({
  additionalFields: [],
  profile: null,
  error: errorBody(code, status, message),
})

/** Why this cannot be the profile of `contact` (undefined: of a new one), or null. */
export function problemOf(
  { email, currency, birthday }: ProfileInput,
  contact: Contact | undefined,
  { world }: Context,
): object | null {
  if (email && !EMAIL.test(email)) {
    return failure('EMAIL_INVALID', 422, 'This is no e-mail address.')
  }
  const isTaken = world.contacts.some((one) => one !== contact && isAddressOf(one, email))
  if (isTaken) return failure('EMAIL_ALREADY_EXISTS', 409, 'This e-mail address is taken.')
  if (currency && !(CURRENCIES as readonly string[]).includes(currency)) {
    return failure('CURRENCY_UNKNOWN', 422, 'This currency is not offered.')
  }
  const isPast = !birthday || Date.parse(birthday) < world.clock.now()
  return isPast ? null : failure('BIRTHDAY_INVALID', 422, 'The birthday must be a day in the past.')
}

/** Whether a contact goes by this address, however it is capitalised. */
export const isAddressOf = ({ email }: Contact, address: string | null | undefined): boolean =>
  email.toLowerCase() === address?.toLowerCase()

/** Applies what is not null; companyId and isDeactivated are not the contact's own to change. */
export function applyProfile({ profile }: Contact, input: ProfileInput): void {
  const { address, currency, isCompany, language } = input
  for (const name of TEXTS) profile[name] = input[name] ?? profile[name]
  profile.currency = currency ?? profile.currency
  profile.language = language ?? profile.language
  profile.isCompany = isCompany ?? profile.isCompany
  for (const name of Object.keys(profile.address) as (keyof PostalAddress)[]) {
    profile.address[name] = address?.[name] ?? profile.address[name]
  }
}
