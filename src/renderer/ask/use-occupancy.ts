import { provideApolloClient, useQuery } from '@vue/apollo-composable'
import { computed, type ComputedRef } from 'vue'
import {
  StationOccupancyDocument,
  type OccupancyDays,
  type StationOccupancyQuery,
} from '#platform/generated/ask/graphql.ts'
import { client } from './client.ts'

export type Occupancy = NonNullable<StationOccupancyQuery['cpOccupancyRate']>

/** How busy a charging point usually is (reference: query `cpOccupancyRate`); null until it has answered. */
export function useOccupancy(
  stationId: () => string,
  day: () => OccupancyDays,
): ComputedRef<Occupancy | null> {
  const { result } = provideApolloClient(client)(() =>
    useQuery(StationOccupancyDocument, () => ({ cpId: stationId(), day: day() })),
  )
  return computed(() => (result.value ? (result.value.cpOccupancyRate ?? []) : null))
}
