import { onMounted, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Failure } from '#contract/errors.ts'
import { failureOf } from '../bridge.ts'

/** What main answers, asked when it is first shown and again on demand. */
export function useAnswer<T>(askFor: () => Promise<T>): {
  value: ShallowRef<T | null>
  failure: ShallowRef<Failure | null>
  asking: Ref<boolean>
  load: () => Promise<void>
} {
  const value = shallowRef<T | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const asking = ref(false)

  async function load(): Promise<void> {
    if (asking.value) return
    asking.value = true
    failure.value = null
    try {
      value.value = await askFor()
    } catch (thrown) {
      failure.value = failureOf(thrown)
    } finally {
      asking.value = false
    }
  }
  onMounted(load)
  return { value, failure, asking, load }
}
