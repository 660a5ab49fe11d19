import { provideApolloClient, useQuery } from '@vue/apollo-composable'
import { computed, type ComputedRef } from 'vue'
import {
  StationOccupancyDocument,
  StationPageDocument,
  type OccupancyDays,
  type StationOccupancyQuery,
  type StationPageQuery,
} from '#platform/generated/ask/graphql.ts'
import { client } from './client.ts'

export type StationPage = NonNullable<StationPageQuery['cp']>
export type Occupancy = NonNullable<StationOccupancyQuery['cpOccupancyRate']>

/** All that the platform says about a charging point (reference: queries `cp` and `cpOccupancyRate`). */
export function useStationPage(
  stationId: () => string,
  day: () => OccupancyDays,
): {
  station: ComputedRef<StationPage | null>
  occupancy: ComputedRef<Occupancy>
  failed: ComputedRef<boolean>
} {
  const page = provideApolloClient(client)(() =>
    useQuery(StationPageDocument, () => ({ id: stationId() })),
  )
  const busy = provideApolloClient(client)(() =>
    useQuery(StationOccupancyDocument, () => ({ cpId: stationId(), day: day() })),
  )
  const station = computed(() => page.result.value?.cp ?? null)
  return {
    station,
    occupancy: computed(() => busy.result.value?.cpOccupancyRate ?? []),
    failed: computed(() => page.error.value !== null && !station.value),
  }
}
