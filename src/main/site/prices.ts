import type { Clock } from '#common/clock.ts'
import { cheapestPerKWh } from '#common/rate-text.ts'
import type { Price } from '#contract/site.ts'
import type { CardPricePartsFragment } from '#platform/generated/main/graphql.ts'
import type { Log } from '#main/core/log.ts'
import { ruleFor, type GuestRules } from '#main/settings/guest-settings.ts'
import { isExpired } from '#platform/card-expiry.ts'
import type { Platform } from '#main/platform/platform.ts'
import { createCardBatches, type CardsAnswer } from './card-batches.ts'

/** A card that may charge at a connector, as far as a price needs it. */
export interface PriceCard {
  id: string
  /** Needs a payment by phone first: its rate counts only where no card starts without. */
  preauthRequired?: boolean
  /** The rate's short text as delivered; null when it has none. */
  shortDescription: string | null
}

export interface PriceConnector {
  id: string
  freeOfCharge: boolean
}

/** What a price is made of: the rules may change, and it with them. */
interface Known {
  cards: readonly PriceCard[]
  /** When the cards were delivered (epoch ms). */
  answeredAtMs: number
  /** From when its age counts: earlier for what is to be asked again soon. */
  asOfMs: number
}

const KEPT_MS = 4 * 3_600_000
const AGAIN_AFTER_MS = 10 * 60_000

export interface Prices {
  /** Asks in batches for what is not known or too old; call it whenever the board is live. */
  freshen(connectors: readonly PriceConnector[]): void
  /** A connector was opened: its cards are fresher than what is known. */
  learn(connectorId: string, cards: readonly PriceCard[]): void
  price(connector: PriceConnector): Price
  /** Another account signed in: its rates are others. */
  forget(): void
  close(): void
}

/**
 * The prices of the site's connectors: the rates of the cards that may charge there
 * (`availableCardsForChargingProcess`, L148, role CRM). Anonymous sessions know none.
 */
export function createPrices(deps: {
  platform: Platform
  clock: Clock
  log: Log
  role: () => 'CRM' | 'ANYM'
  /** The operator's, as they are now. */
  rules: () => GuestRules
  /** The platform's clock less ours (ms); 0 when nobody measures it. */
  skewMs?: () => number
  onChange: () => void
}): Prices {
  const { clock } = deps
  const known = new Map<string, Known>()
  const batches = createCardBatches(deps)

  const isDue = ({ id, freeOfCharge }: PriceConnector): boolean => {
    const asOfMs = known.get(id)?.asOfMs ?? -Infinity
    return !freeOfCharge && clock.now() - asOfMs >= KEPT_MS
  }

  const take = (answers: readonly CardsAnswer[]): void => {
    const skewMs = deps.skewMs?.() ?? 0
    for (const { connectorId, cards, atMs } of answers) {
      const next = cards
        ? answered(cardsOf(cards, atMs + skewMs), atMs)
        : untold(known.get(connectorId), atMs)
      known.set(connectorId, next)
    }
    deps.onChange()
  }

  return {
    freshen(connectors) {
      if (deps.role() === 'ANYM') return
      batches.ask(() => connectors.filter(isDue).map(({ id }) => id), take)
    },
    learn(connectorId, cards) {
      known.set(connectorId, answered(cards, clock.now()))
      deps.onChange()
    },
    price({ id, freeOfCharge }) {
      if (freeOfCharge) return { kind: 'free' }
      if (deps.role() === 'ANYM') return { kind: 'none' }
      const one = known.get(id)
      return one ? priceOf(one.cards, deps.rules(), one.answeredAtMs) : { kind: 'pending' }
    },
    forget() {
      known.clear()
      deps.onChange()
    },
    close: batches.close,
  }
}

const answered = (cards: readonly PriceCard[], atMs: number): Known => ({
  cards,
  answeredAtMs: atMs,
  asOfMs: atMs,
})

/** The platform failed on this connector alone: what was known stays, and it is asked again soon. */
const untold = (before: Known | undefined, atMs: number): Known => ({
  ...(before ?? answered([], atMs)),
  asOfMs: atMs - KEPT_MS + AGAIN_AFTER_MS,
})

/**
 * One price for a tile: that of the operator's preferred card where it may charge, else the one text
 * that all cards which can start here share. Cards that guests do not see do not count.
 */
export function priceOf(cards: readonly PriceCard[], rules: GuestRules, asOfMs: number): Price {
  const seen = cards.filter(({ id }) => ruleFor(rules, id) !== 'hidden')
  const preferred = seen.filter(({ id }) => id === rules.preferredCardId)
  const usable = seen.filter((card) => card.preauthRequired !== true)
  const offered = preferred.length > 0 ? preferred : usable.length > 0 ? usable : seen
  const texts = new Set(offered.map((card) => card.shortDescription?.trim() ?? ''))
  if (texts.size > 1) return { kind: 'several', from: cheapestPerKWh([...texts]) }
  const [text = ''] = texts
  return text === '' ? { kind: 'none' } : { kind: 'text', text, asOfMs }
}

function cardsOf(
  cards: readonly (CardPricePartsFragment | null)[],
  platformNowMs: number,
): PriceCard[] {
  return cards
    .filter((card) => card !== null)
    .filter((card) => !isExpired(card, platformNowMs))
    .map((card) => ({
      id: card.id,
      preauthRequired: card.preauthRequired,
      shortDescription: card.rate?.shortDescription ?? null,
    }))
}
