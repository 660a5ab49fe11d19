import { computed, reactive, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { CommandInput } from '#contract/commands.ts'
import type { CountryCode } from '#contract/countries.ts'
import {
  SetUpRegistrationDocument,
  type SetUpRegistrationQuery,
} from '#platform/generated/ask/graphql.ts'
import { useSetupText } from '../setup/setup-text.ts'
import { client } from '../platform/client.ts'

export type AskedField = NonNullable<
  NonNullable<SetUpRegistrationQuery['additionalRegistrationFields']>[number]
>
export type LegalDocument = SetUpRegistrationQuery['legalDocuments'][number]

/** Everything that is typed to make an account. */
export interface RegistrationForm {
  email: string
  password: string
  passwordAgain: string
  firstName: string
  name: string
  phone: string
  isCompany: boolean
  vat: string
  street: string
  zip: string
  city: string
  country: CountryCode | ''
  /** By the field's name. */
  additional: Record<string, string>
  /** Ids of the legal documents that were accepted. */
  accepted: string[]
}

const emptyForm = (): RegistrationForm => ({
  email: '',
  password: '',
  passwordAgain: '',
  firstName: '',
  name: '',
  phone: '',
  isCompany: false,
  vat: '',
  street: '',
  zip: '',
  city: '',
  country: '',
  additional: {},
  accepted: [],
})

/** `required` is a text: "1" or "true" (trap 22). */
export const isRequired = ({ required }: AskedField): boolean =>
  ['1', 'true'].includes((required ?? '').toLowerCase())

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/**
 * A form that makes an account, with what this platform asks for beside the usual
 * (`additionalRegistrationFields`, `legalDocuments`). They are asked again for another platform.
 */
export function useRegistration(endpoint: () => string | null): {
  form: RegistrationForm
  fields: ShallowRef<readonly AskedField[]>
  documents: ShallowRef<readonly LegalDocument[]>
  /** The name of the first field that is still missing. */
  lacks: ComputedRef<{ field: string | null; differ: boolean }>
} {
  const { t } = useSetupText()
  const form = reactive(emptyForm())
  const fields = shallowRef<readonly AskedField[]>([])
  const documents = shallowRef<readonly LegalDocument[]>([])

  async function load(): Promise<void> {
    const { data } = await client.query({
      query: SetUpRegistrationDocument,
      fetchPolicy: 'no-cache',
    })
    fields.value = (data?.additionalRegistrationFields ?? []).filter((field) => field !== null)
    documents.value = data?.legalDocuments ?? []
    for (const { name, value } of fields.value) form.additional[name ?? ''] ??= value ?? ''
  }
  watch(
    endpoint,
    () => {
      form.accepted = []
      // Without an answer the usual fields stay, and the platform says what it lacks.
      load().catch(() => undefined)
    },
    { immediate: true },
  )

  const lacks = computed(() => {
    const asked: [string, boolean][] = [
      [t('register.email'), EMAIL.test(form.email.trim())],
      [t('register.password'), form.password !== ''],
      [t('register.firstName'), form.firstName.trim() !== ''],
      [t('register.name'), form.name.trim() !== ''],
      ...fields.value
        .filter(isRequired)
        .map((field): [string, boolean] => [
          nameOf(field),
          (form.additional[field.name ?? ''] ?? '').trim() !== '',
        ]),
      [t('register.papers'), documents.value.every(({ id }) => form.accepted.includes(id))],
    ]
    return {
      field: asked.find(([, isThere]) => !isThere)?.[0] ?? null,
      differ: form.password !== '' && form.password !== form.passwordAgain,
    }
  })
  return { form, fields, documents, lacks }
}

/** What the platform calls the field, for people. */
export const nameOf = ({ description, name }: AskedField): string =>
  description?.trim() ? description : (name ?? '')

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The form as main takes it. */
export function registrationOf(
  form: RegistrationForm,
  fields: readonly AskedField[],
): CommandInput<'setup.register'> {
  const { street, zip, city, country } = form
  return {
    email: form.email.trim(),
    password: form.password,
    firstName: form.firstName.trim(),
    name: form.name.trim(),
    phone: orNull(form.phone),
    isCompany: form.isCompany,
    vat: form.isCompany ? orNull(form.vat) : null,
    address: {
      street: orNull(street),
      zip: orNull(zip),
      city: orNull(city),
      country: country === '' ? null : country,
    },
    additionalFields: fields.map(({ name, description, type, required }) => ({
      name: name ?? '',
      description,
      type,
      required: required ?? '',
      value: form.additional[name ?? ''] ?? '',
    })),
    acceptedDocumentIds: [...form.accepted],
  }
}
