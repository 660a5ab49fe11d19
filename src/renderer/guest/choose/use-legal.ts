import { computed, type ComputedRef } from 'vue'
import { LegalDocumentsDocument } from '#platform/generated/ask/graphql.ts'
import { inLanguage } from '../../ask/client.ts'
import { useAsk } from '../../ask/use-ask.ts'

/** Links to the terms and the privacy policy (reference: query `legalDocuments`); null where there is none. */
export function useLegal(): {
  terms: ComputedRef<string | null>
  privacy: ComputedRef<string | null>
  failed: ComputedRef<boolean>
} {
  const { result, error } = useAsk(LegalDocumentsDocument, () => inLanguage({}), {
    as: 'once',
    cache: 'instead',
  })
  const urlOf = (type: string): string | null =>
    result.value?.legalDocuments.find((one) => one.type.toUpperCase() === type)?.url ?? null
  const terms = computed(() => urlOf('TERMS_AND_CONDITIONS'))
  const privacy = computed(() => urlOf('PRIVACY_POLICY'))
  return {
    terms,
    privacy,
    failed: computed(() => error.value !== null && !terms.value && !privacy.value),
  }
}
