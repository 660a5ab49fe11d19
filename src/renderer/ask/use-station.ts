import { provideApolloClient, useQuery } from '@vue/apollo-composable'
import { computed, type ComputedRef, type Ref } from 'vue'
import {
  StationDetailsDocument,
  type StationDetailsQuery,
} from '#platform/generated/ask/graphql.ts'
import { client } from './client.ts'

export type Station = NonNullable<StationDetailsQuery['cp']>

/** A charging point as the platform describes it (reference: query `cp`); nothing is asked for null. */
export function useStation(stationId: () => string | null): {
  station: ComputedRef<Station | null>
  failed: ComputedRef<boolean>
  loading: Ref<boolean>
} {
  const { result, error, loading } = provideApolloClient(client)(() =>
    useQuery(
      StationDetailsDocument,
      () => ({ id: stationId() ?? '' }),
      () => ({ enabled: stationId() !== null }),
    ),
  )
  const station = computed(() => result.value?.cp ?? null)
  return { station, loading, failed: computed(() => error.value !== null && !station.value) }
}
