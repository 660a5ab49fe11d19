import { shallowRef, watch, type ShallowRef } from 'vue'
import type { Failure } from '#contract/errors.ts'
import { SetUpRegistrationDocument } from '#platform/generated/ask/graphql.ts'
import type { LegalPaper } from '../account/legal-name.ts'
import type { AskedField } from '../account/register-form.ts'
import { askPlatform } from '../ask/ask-platform.ts'
import { inLanguage } from '../ask/client.ts'
import { failureOf } from '../bridge.ts'

/** What this platform wants to know of a new account, and what its owner has to accept. */
interface Asked {
  readonly fields: readonly AskedField[]
  readonly documents: readonly LegalPaper[]
}

/**
 * Reference: `additionalRegistrationFields` and `legalDocuments`, asked with the pre-shared key, and
 * again for another platform.
 */
export function useRegistration(endpoint: () => string | null): {
  known: ShallowRef<Asked | null>
  failure: ShallowRef<Failure | null>
  load(): Promise<void>
} {
  const known = shallowRef<Asked | null>(null)
  const failure = shallowRef<Failure | null>(null)

  async function load(): Promise<void> {
    const mine = endpoint()
    known.value = null
    failure.value = null
    try {
      const data = await askPlatform(SetUpRegistrationDocument, inLanguage({}), { nulls: 'taken' })
      if (mine !== endpoint()) return
      known.value = {
        fields: (data.additionalRegistrationFields ?? []).filter((field) => field !== null),
        documents: data.legalDocuments,
      }
    } catch (thrown) {
      if (mine === endpoint()) failure.value = failureOf(thrown)
    }
  }
  watch(endpoint, load, { immediate: true })
  return { known, failure, load }
}
