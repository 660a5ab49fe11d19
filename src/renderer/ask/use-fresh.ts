import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Failure } from '#contract/errors.ts'
import { failureOf } from '../bridge.ts'
import { useNow } from '../live/now.ts'
import { askPlatform } from './ask-platform.ts'
import type { Answered } from './asked.ts'

/** Asks the network alone (`useAsk` without cache). Of answers that overtake each other the last question's counts. */
export function useFresh<T, V extends OperationVariables, R = T>(
  document: TypedDocumentNode<T, V>,
  wanted: () => V | null,
  read: (answer: T) => R = (answer) => answer as unknown as R,
): Answered<R> {
  const now = useNow()
  const result = shallowRef<R | undefined>(undefined)
  const error = shallowRef<Failure | null>(null)
  const loading = ref(false)
  const atMs = ref<number | null>(null)
  let question = 0

  async function again(): Promise<void> {
    const mine = ++question
    const variables = wanted()
    loading.value = variables !== null
    error.value = null
    if (variables === null) return
    try {
      const answer = read(await askPlatform(document, variables))
      if (mine !== question) return
      result.value = answer
      atMs.value = now.read()
    } catch (thrown) {
      if (mine === question) error.value = failureOf(thrown)
    } finally {
      if (mine === question) loading.value = false
    }
  }
  watch(
    () => JSON.stringify(wanted()),
    () => {
      // The answer to another question is none to this one.
      result.value = undefined
      void again()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    question += 1
  })
  return { result, loading, error, atMs, again }
}
