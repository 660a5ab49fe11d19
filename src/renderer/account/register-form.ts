import type { Registration, RegistrationField } from '#contract/account.ts'
import {
  emptyProfile,
  instantOf,
  profileProblems,
  typed,
  type Problems,
  type ProfileDraft,
} from './profile.ts'

/** A field that the tenant asks for besides the usual (`AdditionalRegistrationField`, L2935). */
export interface AskedField {
  readonly name: string | null
  readonly description: string | null
  /** "1" or "true": it must be given (traps 22). */
  readonly required: string | null
  readonly type: string | null
  /** What it is preset to. */
  readonly value: string | null
}

/** What is typed to register. */
export interface RegisterDraft {
  profile: ProfileDraft
  password: string
  again: string
  /** By the field's name. */
  additional: Record<string, string>
  /** Ids of the documents that were accepted. */
  accepted: string[]
}

export const isRequired = ({ required }: Pick<AskedField, 'required'>): boolean =>
  ['1', 'true'].includes((required ?? '').trim().toLowerCase())

/** A field without a name cannot be sent back. */
export const namedFields = (fields: readonly AskedField[]): (AskedField & { name: string })[] =>
  fields.flatMap((field) => (field.name === null ? [] : [{ ...field, name: field.name }]))

export function emptyRegistration(fields: readonly AskedField[]): RegisterDraft {
  const additional = namedFields(fields).map(({ name, value }) => [name, value ?? ''] as const)
  return {
    profile: emptyProfile(),
    password: '',
    again: '',
    additional: Object.fromEntries(additional),
    accepted: [],
  }
}

/** What keeps it from being sent, by the field; `additional.<name>` and `legal` besides. */
export function registrationProblems(
  draft: RegisterDraft,
  fields: readonly AskedField[],
  documentIds: readonly string[],
  nowMs: number,
): Problems {
  const problems: Problems = { ...profileProblems(draft.profile, nowMs) }
  if (draft.password === '') problems['password'] = 'desk.required'
  else if (draft.again !== draft.password) problems['again'] = 'register.again.wrong'
  for (const field of namedFields(fields)) {
    const value = draft.additional[field.name] ?? ''
    if (isRequired(field) && value.trim() === '')
      problems[`additional.${field.name}`] = 'desk.required'
  }
  if (documentIds.some((id) => !draft.accepted.includes(id)))
    problems['legal'] = 'register.legal.missing'
  return problems
}

/** What is sent: only what was typed, and each additional field as it came. */
export function registrationOf(draft: RegisterDraft, fields: readonly AskedField[]): Registration {
  const { isCompany, birthday, street, zip, city, state, country, email, ...texts } = draft.profile
  const address = typed({ street, zip, city, state, country })
  const hasAddress = Object.keys(address).length > 0
  return {
    profile: {
      ...typed(texts),
      ...(birthday !== '' && { birthday: instantOf(birthday) }),
      ...(hasAddress && { address }),
      email: email.trim(),
      isCompany,
    },
    password: draft.password,
    additionalFields: namedFields(fields).map((field) => fieldOf(field, draft)),
    acceptedDocumentIds: [...draft.accepted],
  }
}

/** The field said of itself whether it is required: that goes back with it (traps 22). */
function fieldOf(
  { name, description, required, type }: AskedField & { name: string },
  { additional }: RegisterDraft,
): RegistrationField {
  const value = (additional[name] ?? '').trim()
  return { name, description, type, required: required ?? '', value }
}
