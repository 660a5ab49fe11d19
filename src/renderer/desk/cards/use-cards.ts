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
import type { Asked } from '../../ask/asked.ts'
import { change } from '../../ask/change.ts'
import { useAsk } from '../../ask/use-ask.ts'
import type { Pages } from '../../ask/use-pages.ts'

type Cards = NonNullable<NonNullable<DeskCardsQuery['cardsPaged']>['data']>
export type CardRow = NonNullable<Cards[number]>
export type CardDetail = NonNullable<DeskCardQuery['card']>
export type CardRate = NonNullable<CardRatesQuery['contractRateOptions']>[number]

const PAGE = 50

/** The account's cards (reference: query `cardsPaged`). */
export const useCards = (): Pages<CardRow> =>
  useAsk(DeskCardsDocument, (pagination) => ({ pagination }), {
    as: 'page',
    limit: PAGE,
    list: ({ cardsPaged }) => cardsPaged,
  })

/** One card (reference: query `card`); null where there is none of that id. */
export const useCard = (id: string): Asked<CardDetail | null> =>
  useAsk(DeskCardDocument, { id }, { as: 'once', read: ({ card }) => card })

/** The rates that cards can be created for (reference: query `contractRateOptions`); null: not provided. */
export const useCardRates = (): Asked<readonly CardRate[] | null> =>
  useAsk(CardRatesDocument, {}, { as: 'once', read: (answer) => answer.contractRateOptions })

/** Renames a card, or switches it on or off (reference: mutation `updateCard`); what the platform answered. */
export async function updateCard(
  input: UpdateCardMutationVariables['input'],
): Promise<UpdateCardMutation['updateCard']> {
  return (await change(UpdateCardDocument, { input })).updateCard
}

/** Creates a card (reference: mutation `createAuthenticationMedia`); null where the answer lacks its id. */
export async function createCard(
  authenticationMedia: CreateCardMutationVariables['authenticationMedia'],
): Promise<string | null> {
  const answer = await change(CreateCardDocument, { authenticationMedia })
  return answer.createAuthenticationMedia?.id ?? null
}
