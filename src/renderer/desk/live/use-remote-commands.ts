import { computed, type ComputedRef } from 'vue'
import { StationCapabilitiesDocument } from '#platform/generated/ask/graphql.ts'
import { useAsk } from '../../ask/use-ask.ts'

/** Whether a station can be started and stopped from afar (`cpCapabilities`); null while nobody knows. */
export function useRemoteCommands(stationId: string): ComputedRef<boolean | null> {
  const { result } = useAsk(
    StationCapabilitiesDocument,
    { id: stationId },
    { as: 'once', cache: 'instead' },
  )
  return computed(() => result.value?.cpCapabilities.hasRemoteCommands ?? null)
}
