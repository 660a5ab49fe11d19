import { computed, watch, type ComputedRef } from 'vue'
import { SetUpCardsDocument } from '#platform/generated/ask/graphql.ts'
import { cardName, statusOf } from '../charging/card-looks.ts'
import { useAsk } from '../ask/use-ask.ts'

export interface ActiveCard {
  readonly id: string
  readonly name: string
  /** Null: not provided. */
  readonly rate: string | null
}

const PAGE = 50

/**
 * The account's cards that are not switched off (reference: query `cardsPaged`), in its order; asked for
 * again with each `account`. Null: there is none.
 */
export function useSetupCards(account: () => string | null): {
  cards: ComputedRef<readonly ActiveCard[]>
  /** All of them are here, or it is known that the platform does not list them. */
  settled: ComputedRef<boolean>
  /** The platform did not list all of them. */
  lacking: ComputedRef<boolean>
  again(): Promise<void>
} {
  const { rows, complete, notProvided, failure, all, again } = useAsk(
    SetUpCardsDocument,
    (pagination) => ({ pagination }),
    { as: 'page', limit: PAGE, list: ({ cardsPaged }) => cardsPaged },
  )
  async function readAll(): Promise<void> {
    await again()
    await all(() => true)
  }
  watch(
    account,
    (name) => {
      if (name !== null) void readAll()
    },
    { immediate: true },
  )
  const lacking = computed(() => notProvided.value || failure.value !== null)
  return {
    cards: computed(() =>
      (account() === null ? [] : rows.value)
        .filter(({ status }) => statusOf(status) !== 'inactive')
        .map((card) => ({
          id: card.id,
          name: cardName(card),
          rate: card.rate?.name ?? card.rate?.shortDescription ?? null,
        })),
    ),
    settled: computed(() => account() === null || complete.value || lacking.value),
    lacking,
    again: readAll,
  }
}
