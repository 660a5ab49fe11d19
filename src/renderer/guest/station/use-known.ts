import { shallowRef, watch, type ShallowRef } from 'vue'
import type { KnownStation } from '#contract/site.ts'
import { ask } from '../../bridge.ts'

/** What main knows of a charging point; `nothing` while it is asked, and where it does not know. */
function useKnown<T>(
  stationId: () => string,
  nothing: T,
  load: (stationId: string) => Promise<T>,
): ShallowRef<T> {
  const known = shallowRef(nothing)
  const take = async (id: string): Promise<void> => {
    known.value = nothing
    // A page without it is whole: nothing is said about a failure.
    const answer = await load(id).catch(() => nothing)
    if (stationId() === id) known.value = answer
  }
  watch(stationId, take, { immediate: true })
  return known
}

/** Where main serves the pictures of a charging point. */
export const usePictures = (stationId: () => string): ShallowRef<readonly string[]> =>
  useKnown<readonly string[]>(
    stationId,
    [],
    async (id) => (await ask('site.pictures', { stationId: id })).paths,
  )

/** Its hours and place, its maintenance windows, and whether it is started from afar. */
export const useKnownStation = (stationId: () => string): ShallowRef<KnownStation> =>
  useKnown<KnownStation>(stationId, { facts: null, remoteCommands: null, maintenance: [] }, (id) =>
    ask('site.station', { stationId: id }),
  )
