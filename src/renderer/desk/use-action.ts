import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Failure } from '#contract/errors.ts'
import { failureOf } from '../bridge.ts'

/** Something that somebody does at the desk: one at a time, and why it did not work. */
export function useAction(): {
  busy: Ref<boolean>
  failure: ShallowRef<Failure | null>
  /** True when it was done. */
  run(work: () => Promise<unknown>): Promise<boolean>
} {
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
