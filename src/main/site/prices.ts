import type { Clock } from '#common/clock.ts'
import type { Price } from '#contract/site.ts'
import { aliasedAnswers, aliasedVariables } from '#platform/aliases.ts'
import { buildCardsDocument } from '#platform/batches.ts'
import type { CardPricePartsFragment } from '#platform/generated/main/graphql.ts'
import type { Log } from '#main/core/log.ts'
import { ruleFor, type GuestRules } from '#main/settings/guest-settings.ts'
import { isExpired } from '#platform/card-expiry.ts'
import { PlatformError, type Platform } from '#main/platform/platform.ts'

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
const BATCH = 20
const BETWEEN_BATCHES_MS = 250
const AFTER_FAILURE_MS = 60_000
const TIMEOUT_MS = 15_000

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
  const { platform, clock, log } = deps
  const known = new Map<string, Known>()
  const closing = new AbortController()
  let batch = BATCH
  let asking = false

  const due = (connectors: readonly PriceConnector[]): string[] =>
    connectors
      .filter(({ id, freeOfCharge }) => {
        const asOfMs = known.get(id)?.asOfMs ?? -Infinity
        return !freeOfCharge && clock.now() - asOfMs >= KEPT_MS
      })
      .map(({ id }) => id)

  const askBatch = async (ids: readonly string[]): Promise<void> => {
    const limits = { timeoutMs: TIMEOUT_MS, signal: closing.signal }
    const document = buildCardsDocument(ids.length)
    const { data, atMs } = await platform.execute(document, aliasedVariables('k', ids), limits)
    aliasedAnswers('k', data, ids.length).forEach((cards, index) => {
      const id = ids[index] ?? ''
      const platformNowMs = atMs + (deps.skewMs?.() ?? 0)
      known.set(id, cards ? answered(cardsOf(cards, platformNowMs), atMs) : untold(id, atMs))
    })
    deps.onChange()
  }

  /** The platform failed on this connector alone: what was known stays, and it is asked again soon. */
  const untold = (id: string, atMs: number): Known => ({
    ...(known.get(id) ?? answered([], atMs)),
    asOfMs: atMs - KEPT_MS + AGAIN_AFTER_MS,
  })

  const askAll = async (connectors: readonly PriceConnector[]): Promise<void> => {
    for (let ids = due(connectors); ids.length > 0; ids = due(connectors)) {
      try {
        await askBatch(ids.slice(0, batch))
        await clock.sleep(BETWEEN_BATCHES_MS, closing.signal)
      } catch (error) {
        if (closing.signal.aborted) return
        const code = error instanceof PlatformError ? error.failure.code : 'internal'
        log.info({ code }, 'prices not read')
        // A gateway may find the request too large.
        if (code === 'invalid' && batch > 1) batch = Math.ceil(batch / 2)
        else await clock.sleep(AFTER_FAILURE_MS, closing.signal)
      }
    }
  }

  return {
    freshen(connectors) {
      if (asking || deps.role() === 'ANYM' || closing.signal.aborted) return
      asking = true
      void askAll(connectors)
        .catch(() => undefined)
        .finally(() => {
          asking = false
        })
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
    close() {
      closing.abort(new Error('closing'))
    },
  }
}

const answered = (cards: readonly PriceCard[], atMs: number): Known => ({
  cards,
  answeredAtMs: atMs,
  asOfMs: atMs,
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
  if (texts.size > 1) return { kind: 'several' }
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
