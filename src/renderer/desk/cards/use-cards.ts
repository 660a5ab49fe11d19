import {
  CardRatesDocument,
  CreateCardDocument,
  DeskCardDocument,
  DeskCardsDocument,
  UpdateCardDocument,
  type CardRatesQuery,
  type CreateCardMutationVariables,
  type DeskCardQuery,
  type DeskCardsQuery,
  type UpdateCardMutation,
  type UpdateCardMutationVariables,
} from '#platform/generated/ask/graphql.ts'
import { askPlatform } from '../../ask/ask-platform.ts'
import { change } from '../../ask/asked.ts'
import { usePages, type Pages } from '../../ask/use-pages.ts'

type Cards = NonNullable<NonNullable<DeskCardsQuery['cardsPaged']>['data']>
export type CardRow = NonNullable<Cards[number]>
export type CardDetail = NonNullable<DeskCardQuery['card']>
export type CardRate = NonNullable<CardRatesQuery['contractRateOptions']>[number]

const PAGE = 50

/** The account's cards (reference: query `cardsPaged`). */
export const useCards = (): Pages<CardRow> =>
  usePages(PAGE, async (pagination) => {
    const { cardsPaged } = await askPlatform(DeskCardsDocument, { pagination })
    return cardsPaged
  })

/** One card (reference: query `card`); null where there is none of that id. */
export async function askCard(id: string): Promise<CardDetail | null> {
  return (await askPlatform(DeskCardDocument, { id })).card
}

/** The rates that cards can be created for (reference: query `contractRateOptions`); null: not told. */
export async function askRates(): Promise<{ readonly rates: readonly CardRate[] | null }> {
  return { rates: (await askPlatform(CardRatesDocument, {})).contractRateOptions }
}

/** Renames a card, or switches it on or off (reference: mutation `updateCard`); what the platform answered. */
export async function updateCard(
  input: UpdateCardMutationVariables['input'],
): Promise<UpdateCardMutation['updateCard']> {
  return (await change(UpdateCardDocument, { input })).updateCard
}

/** Creates a card (reference: mutation `createAuthenticationMedia`); its id, where it is told. */
export async function createCard(
  authenticationMedia: CreateCardMutationVariables['authenticationMedia'],
): Promise<string | null> {
  const answer = await change(CreateCardDocument, { authenticationMedia })
  return answer.createAuthenticationMedia?.id ?? null
}
