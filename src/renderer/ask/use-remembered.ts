import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core'
import { provideApolloClient, useQuery } from '@vue/apollo-composable'
import { computed, ref } from 'vue'
import { client } from './client.ts'
import { failureOfApollo } from './failure.ts'
import type { Answered } from './asked.ts'

const policies = { instead: 'cache-first', meanwhile: 'cache-and-network' } as const

/** Asks by Apollo's cache (`useAsk` with `cache` or `poll`): an answer follows what becomes known of it elsewhere. */
export function useRemembered<T, V extends OperationVariables>(
  document: TypedDocumentNode<T, V>,
  wanted: () => V | null,
  cache: keyof typeof policies,
  everyMs: () => number = () => 0,
): Answered<T> {
  const { result, error, loading, refetch } = provideApolloClient(client)(() =>
    useQuery(
      document,
      () => wanted() ?? ({} as V),
      () => ({
        enabled: wanted() !== null,
        fetchPolicy: policies[cache],
        // Panes show that they ask again; a guest's page does not.
        notifyOnNetworkStatusChange: cache === 'meanwhile',
        pollInterval: everyMs(),
      }),
    ),
  )
  return {
    result,
    loading,
    error: computed(() => error.value && failureOfApollo(error.value)),
    atMs: ref(null),
    async again() {
      await refetch()?.catch(() => undefined)
    },
  }
}
