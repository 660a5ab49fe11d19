import { computed, type ComputedRef } from 'vue'
import {
  StationDetailsDocument,
  type StationDetailsQuery,
} from '#platform/generated/ask/graphql.ts'
import { useAsk } from '../../ask/use-ask.ts'

export type Station = NonNullable<StationDetailsQuery['cp']>

/** A charging point as the platform describes it (reference: query `cp`); nothing is asked for null. */
export function useStation(stationId: () => string | null): {
  station: ComputedRef<Station | null>
  failed: ComputedRef<boolean>
} {
  const variables = (): { id: string } | null => {
    const id = stationId()
    return id === null ? null : { id }
  }
  const { result, error } = useAsk(StationDetailsDocument, variables, {
    as: 'once',
    cache: 'instead',
  })
  const station = computed(() => result.value?.cp ?? null)
  return { station, failed: computed(() => error.value !== null && !station.value) }
}
