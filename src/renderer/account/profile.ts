import type { PlainDeskKey } from '../i18n/desk-text.ts'

/** What is typed of a person or company; an empty text is nothing. */
export interface ProfileDraft {
  firstName: string
  name: string
  email: string
  phone: string
  mobile: string
  fax: string
  /** `2001-02-03`. */
  birthday: string
  gender: string
  isCompany: boolean
  vat: string
  language: string
  currency: string
  street: string
  zip: string
  city: string
  state: string
  country: string
}

/** What is wrong with a field, by its name. */
export type Problems<Field extends string = string> = Partial<Record<Field, PlainDeskKey>>

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
export const addressFields = ['street', 'zip', 'city', 'state', 'country'] as const

export function emptyProfile(): ProfileDraft {
  return {
    ...{ firstName: '', name: '', email: '', phone: '', mobile: '', fax: '', birthday: '' },
    ...{ gender: '', isCompany: false, vat: '', language: '', currency: '' },
    ...{ street: '', zip: '', city: '', state: '', country: '' },
  }
}

/** What the platform could not take. `nowMs`: a birthday lies before it. */
export function profileProblems(
  { email, birthday }: ProfileDraft,
  nowMs: number,
): Problems<keyof ProfileDraft> {
  const problems: Problems<keyof ProfileDraft> = {}
  if (email.trim() === '') problems.email = 'desk.required'
  else if (!EMAIL.test(email.trim())) problems.email = 'profile.email.wrong'
  if (birthday !== '' && !(Date.parse(instantOf(birthday)) < nowMs))
    problems.birthday = 'profile.birthday.wrong'
  return problems
}

/** A birthday is midnight UTC of that day (traps 28). */
export const instantOf = (day: string): string => `${day}T00:00:00.000Z`
export const dayOf = (instant: string): string => instant.slice(0, 10)

/** What has been typed: texts trimmed, and nothing where there is none. */
export function typed<Field extends string>(
  texts: Readonly<Record<Field, string>>,
): Partial<Record<Field, string>> {
  const entries = Object.entries<string>(texts).map(([name, text]) => [name, text.trim()] as const)
  return Object.fromEntries(entries.filter(([, text]) => text !== '')) as Partial<
    Record<Field, string>
  >
}
