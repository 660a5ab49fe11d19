import { ApolloError, type OperationVariables, type TypedDocumentNode } from '@apollo/client/core'
import { provideApolloClient, useQuery } from '@vue/apollo-composable'
import { computed, type ComputedRef, type Ref } from 'vue'
import type { Failure } from '#contract/errors.ts'
import { CommandError, failureOf } from '../bridge.ts'
import { client } from './client.ts'

/** A question to the platform, as a screen of the desk shows it. */
export interface Asked<TData> {
  /** What it answered last; undefined before the first answer. */
  result: Ref<TData | undefined>
  loading: Ref<boolean>
  /** Why there is nothing to show. */
  failure: ComputedRef<Failure | null>
  /** Something is shown, but the platform could not tell all of it, or not again. */
  partial: ComputedRef<boolean>
  again: () => Promise<void>
}

/** Asks when a screen opens, whatever is known from before; `again` asks once more. */
export function useAsked<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  options: { pollMs?: () => number } = {},
): Asked<TData> {
  const { result, error, loading, refetch } = provideApolloClient(client)(() =>
    useQuery(document, variables, () => ({
      fetchPolicy: 'cache-and-network' as const,
      notifyOnNetworkStatusChange: true,
      pollInterval: options.pollMs?.() ?? 0,
    })),
  )
  return {
    result,
    loading,
    failure: computed(() => (error.value && !result.value ? failureOfError(error.value) : null)),
    partial: computed(() => error.value !== null && result.value !== undefined),
    async again() {
      await refetch()?.catch(() => undefined)
    },
  }
}

/**
 * Changes something, once. An answer in which parts failed is taken: what was asked for was done.
 * Throws what {@link failureOfError} understands, `perhaps-done` where the answer says nothing of it.
 */
export async function change<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
): Promise<TData> {
  const { data } = await client.mutate({ mutation: document, variables, errorPolicy: 'all' })
  const isTold = Object.values(data ?? {}).some((part) => part !== null)
  if (!data || !isTold) throw nothingTold()
  return data
}

const nothingTold = (): CommandError =>
  new CommandError({
    code: 'perhaps-done',
    message: 'the answer says nothing of what was asked for',
    retryable: false,
  })

/** Main's own failure within what Apollo throws; an error of the platform's counts as `unavailable`. */
export function failureOfError(thrown: unknown): Failure {
  if (!(thrown instanceof ApolloError)) return failureOf(thrown)
  if (thrown.networkError instanceof CommandError) return thrown.networkError.failure
  if (thrown.graphQLErrors.length === 0) return failureOf(thrown)
  return { code: 'unavailable', message: thrown.message, retryable: true }
}
