import { computed, ref, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Failure } from '#contract/errors.ts'
import {
  FavouritesDocument,
  SetFavouritesDocument,
  UnsetFavouritesDocument,
  type FavouritesQuery,
} from '#platform/generated/ask/graphql.ts'
import { change } from '../../ask/change.ts'
import { notDelivered } from '../../ask/failure.ts'
import { useAsk } from '../../ask/use-ask.ts'
import { useAction } from '../use-action.ts'

export interface Favourite {
  readonly stationId: string
  readonly name: string
}

export interface Favourites {
  /** Null until they are known. */
  readonly stations: ComputedRef<readonly Favourite[] | null>
  /** Why they are not known. */
  readonly failure: Ref<Failure | null>
  /** Why the last change was not made. */
  readonly refused: ShallowRef<Failure | null>
  /** The station that is being pinned or unpinned. */
  readonly changing: Ref<string | null>
  has(stationId: string): boolean
  toggle(stationId: string): Promise<void>
  again(): Promise<void>
}

/**
 * The account's favourite stations (reference: `getFavouriteCps`, `setFavouriteCps`, which adds, and
 * `unsetFavouriteCps`). What is in the list counts: `isFavoured` is wrong in the reference's own answers
 * (L1463, L2703), so the list is asked for again after a change.
 */
export function useFavourites(): Favourites {
  const { result, error, again } = useAsk(
    FavouritesDocument,
    {},
    { as: 'once', read: favouritesOf },
  )
  const { failure: refused, run } = useAction()
  const changing = ref<string | null>(null)
  const ids = computed(() => new Set(result.value?.map(({ stationId }) => stationId)))

  async function toggle(stationId: string): Promise<void> {
    if (changing.value !== null) return
    changing.value = stationId
    const isPinned = ids.value.has(stationId)
    const variables = { ids: [stationId] }
    await run(() =>
      isPinned
        ? change(UnsetFavouritesDocument, variables)
        : change(SetFavouritesDocument, variables),
    )
    await again()
    changing.value = null
  }
  return {
    stations: computed(() => result.value ?? null),
    failure: error,
    refused,
    changing,
    has: (stationId) => ids.value.has(stationId),
    toggle,
    again,
  }
}

function favouritesOf({ getFavouriteCps }: FavouritesQuery): Favourite[] {
  if (!getFavouriteCps) throw notDelivered('unexpected-answer')
  return getFavouriteCps.flatMap((one): Favourite[] =>
    one ? [{ stationId: one.id, name: one.publicName ?? one.label ?? one.city ?? one.id }] : [],
  )
}
