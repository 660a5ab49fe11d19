import { shallowRef, watch, type ShallowRef } from 'vue'
import { ask } from '../../bridge.ts'

/** Where main serves the pictures of a charging point; none while it is asked, and where it has none. */
export function usePictures(stationId: () => string): ShallowRef<readonly string[]> {
  const paths = shallowRef<readonly string[]>([])
  const load = async (id: string): Promise<void> => {
    paths.value = []
    // A page without pictures is whole: nothing is said about a failure.
    const answer = await ask('site.pictures', { stationId: id }).catch(() => ({ paths: [] }))
    if (stationId() === id) paths.value = answer.paths
  }
  watch(stationId, load, { immediate: true })
  return paths
}
