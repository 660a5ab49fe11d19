import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Failure } from '#contract/errors.ts'
import { failureOf } from '../../bridge.ts'

export interface Deed {
  readonly busy: Ref<boolean>
  readonly failure: ShallowRef<Failure | null>
  /** Does it unless one is under way; resolves to whether it worked. */
  run(work: () => Promise<unknown>): Promise<boolean>
}

/** One thing at a time that main may refuse. */
export function useDeed(): Deed {
  const busy = ref(false)
  const failure = shallowRef<Failure | null>(null)

  async function run(work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    failure.value = null
    try {
      await work()
      return true
    } catch (thrown) {
      failure.value = failureOf(thrown)
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, failure, run }
}
