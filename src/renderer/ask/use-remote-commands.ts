import { computed, type ComputedRef } from 'vue'
import { StationCapabilitiesDocument } from '#platform/generated/ask/graphql.ts'
import { useAsked } from './asked.ts'

/** Whether a station can be started and stopped from afar (`cpCapabilities`); null while nobody knows. */
export function useRemoteCommands(stationId: string): ComputedRef<boolean | null> {
  const { result } = useAsked(StationCapabilitiesDocument, { id: stationId })
  return computed(() => result.value?.cpCapabilities.hasRemoteCommands ?? null)
}
