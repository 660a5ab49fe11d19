import { computed, type ComputedRef } from 'vue'
import {
  StationOccupancyDocument,
  type OccupancyDays,
  type StationOccupancyQuery,
} from '#platform/generated/ask/graphql.ts'
import { useAsk } from '../../ask/use-ask.ts'

export type Occupancy = NonNullable<StationOccupancyQuery['cpOccupancyRate']>

/** How busy a charging point usually is (reference: query `cpOccupancyRate`); null until it has answered. */
export function useOccupancy(
  stationId: () => string,
  day: () => OccupancyDays,
): ComputedRef<Occupancy | null> {
  const { result } = useAsk(StationOccupancyDocument, () => ({ cpId: stationId(), day: day() }), {
    as: 'once',
    cache: 'instead',
  })
  return computed(() => (result.value ? (result.value.cpOccupancyRate ?? []) : null))
}
