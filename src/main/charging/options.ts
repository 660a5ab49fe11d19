import { randomUUID } from 'node:crypto'
import type { Clock } from '#common/clock.ts'
import type { StartOption } from '#contract/charging.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import type { AvailableCard } from './charging-api.ts'

/** What a chosen option stands for. `tagId` is a secret: it stays in memory and goes to the platform only. */
export interface ChosenCard {
  readonly cardId: string
  readonly tagId: string
  readonly label: string | null
}

/** Hands out opaque ids for the cards that may charge, and knows for a few minutes what they mean. */
export interface OptionBook {
  /** The ways to start with these cards, as the platform has just delivered them. */
  offer(connectorId: string, freeOfCharge: boolean, cards: readonly AvailableCard[]): StartOption[]
  /** Throws a CommandError: `option-gone` when too old or unknown, `invalid` when it needs a payment first. */
  choose(connectorId: string, optionId: string): ChosenCard
}

/** A start rests on a price that is no older than this. */
const LIFE_MS = 5 * 60_000
const MOST_KEPT = 500

interface Offered {
  readonly connectorId: string
  readonly card: AvailableCard
  readonly untilMs: number
}

export function createOptionBook(clock: Clock): OptionBook {
  const offered = new Map<string, Offered>()

  const remember = (connectorId: string, card: AvailableCard): string => {
    const id = randomUUID()
    offered.set(id, { connectorId, card, untilMs: clock.now() + LIFE_MS })
    for (const oldest of offered.keys()) {
      if (offered.size <= MOST_KEPT) break
      offered.delete(oldest)
    }
    return id
  }

  return {
    offer(connectorId, freeOfCharge, cards) {
      for (const [id, { untilMs }] of offered) if (untilMs < clock.now()) offered.delete(id)
      if (!freeOfCharge) return cards.map((card) => paid(remember(connectorId, card), card))
      const card = cards.find(({ preauthRequired }) => !preauthRequired) ?? cards[0]
      return card ? [free(remember(connectorId, card), card)] : []
    },
    choose(connectorId, optionId) {
      const option = offered.get(optionId)
      if (!option || option.connectorId !== connectorId || option.untilMs < clock.now()) {
        throw new CommandError(failureOf('option-gone', 'The option is not on offer any more.'))
      }
      const { card } = option
      if (card.preauthRequired) {
        throw new CommandError(failureOf('invalid', 'The card needs a payment first.'))
      }
      return { cardId: card.id, tagId: card.tagId, label: card.label }
    },
  }
}

const paid = (id: string, card: AvailableCard): StartOption => ({
  id,
  kind: 'card',
  label: card.label,
  rate: card.rate && { short: card.rate.shortDescription, full: card.rate.description },
  preauthRequired: card.preauthRequired,
})

/** At a free connector the cards do not differ: one choice is enough. */
const free = (id: string, card: AvailableCard): StartOption => ({
  id,
  kind: 'free',
  label: null,
  rate: null,
  preauthRequired: card.preauthRequired,
})
