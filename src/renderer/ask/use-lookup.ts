import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Failure } from '#contract/errors.ts'
import { useNow } from '../live/now.ts'
import { failureOfError } from './asked.ts'

export interface Lookup<T> {
  /** The last answer; it stays while it is asked again, and when that fails. */
  readonly value: ShallowRef<T | null>
  readonly failure: ShallowRef<Failure | null>
  readonly asking: Ref<boolean>
  /** When the last answer came (epoch ms). */
  readonly atMs: Ref<number | null>
  /** Nothing is there yet, and it is on its way. */
  readonly waiting: ComputedRef<boolean>
  /** Asks; of answers that overtake each other the last question's counts. */
  again(): Promise<void>
  /** What was answered is not of interest any more. */
  forget(): void
}

/** Something that is asked for when somebody looks: its answer, its failure and its age. */
export function useLookup<T>(work: () => Promise<T>): Lookup<T> {
  const now = useNow()
  const value = shallowRef<T | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const asking = ref(false)
  const atMs = ref<number | null>(null)
  let question = 0

  async function again(): Promise<void> {
    const mine = ++question
    asking.value = true
    failure.value = null
    try {
      const answer = await work()
      if (mine !== question) return
      value.value = answer
      atMs.value = now.read()
    } catch (thrown) {
      if (mine === question) failure.value = failureOfError(thrown)
    } finally {
      if (mine === question) asking.value = false
    }
  }
  function forget(): void {
    question += 1
    value.value = null
    failure.value = null
    asking.value = false
  }
  const waiting = computed(() => asking.value && value.value === null)
  return { value, failure, asking, atMs, waiting, again, forget }
}
