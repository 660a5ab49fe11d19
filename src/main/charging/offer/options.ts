import { randomUUID } from 'node:crypto'
import type { Clock } from '#common/clock.ts'
import type { RateText } from '#common/rate-text.ts'
import type { Money, Start, StartOption } from '#contract/charging.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { AvailableCard } from '#main/charging/api/charging-api.ts'
import type { CardRule } from '#contract/card-rules.ts'
import { ruleFor, type GuestRules } from '#main/settings/guest-settings.ts'
import { rateExamples } from './rate-example.ts'
import { cardEndMs } from '#platform/card-expiry.ts'

/** An amount that may be held: the platform wants its currency back. */
export interface Hold extends Money {
  readonly currency: string
}

/** What a chosen option stands for. `tagId` is a secret: it stays in memory and goes to the platform only. */
export interface Choice {
  readonly kind: Exclude<Start['kind'], 'rfid'>
  readonly cardId: string
  readonly tagId: string
  readonly label: string | null
  /** What it was said to cost. */
  readonly rate: RateText | null
  /** Set for `phone` alone. */
  readonly hold: Hold | null
}

/** What a guest brings along with the option that they chose. */
export interface Chosen {
  readonly connectorId: string
  readonly optionId: string
  /** Place of the amount in the option's `holds`. */
  readonly hold?: number | undefined
  readonly bookingReference?: string | undefined
}

export interface OptionFacts {
  readonly connectorId: string
  readonly freeOfCharge: boolean
  readonly cards: readonly AvailableCard[]
  readonly rules: GuestRules
  readonly holdBlockedUntilMs: number | null
}

/** Hands out opaque ids for the cards that may charge, and knows for a few minutes what they mean. */
export interface OptionRegistry {
  /** The ways to start with these cards, as the platform has just delivered them. */
  offer(facts: OptionFacts): StartOption[]
  /**
   * Throws a CommandError: `option-gone` when too old or unknown, `needs-desk` and `needs-booking` by
   * the operator's rules, `invalid` when no amount to hold was chosen.
   */
  choose(chosen: Chosen): Choice
  /** As `choose`, for the desk: the rules for guests do not hold there. */
  chooseAtDesk(chosen: Chosen): Choice
  /** What a guest has chosen, and until when its price holds (epoch ms). Throws as `choose` does, but for the rules. */
  look(chosen: Chosen): { label: string | null; untilMs: number }
}

/** A start rests on a price that is no older than this. */
const LIFE_MS = 5 * 60_000
const MOST_KEPT = 500

interface Offered {
  readonly connectorId: string
  readonly card: AvailableCard
  readonly option: StartOption
  readonly holds: readonly Hold[]
  readonly untilMs: number
}

export function createOptionRegistry(clock: Clock): OptionRegistry {
  const offered = new Map<string, Offered>()

  const remember = (
    facts: OptionFacts,
    kind: StartOption['kind'],
    card: AvailableCard,
  ): Offered => {
    const holds = kind === 'phone' ? holdsOf(card) : []
    const id = randomUUID()
    const option = optionOf(id, kind, card, holds, facts)
    const { connectorId } = facts
    const entry = { connectorId, card, option, holds, untilMs: clock.now() + LIFE_MS }
    offered.set(id, entry)
    for (const oldest of offered.keys()) {
      if (offered.size <= MOST_KEPT) break
      offered.delete(oldest)
    }
    return entry
  }

  const find = ({ connectorId, optionId }: Chosen): Offered => {
    const entry = offered.get(optionId)
    if (!entry || entry.connectorId !== connectorId || entry.untilMs < clock.now()) {
      throw new CommandError(failureOf('option-gone', 'The option is not on offer any more.'))
    }
    return entry
  }
  const choiceOf = ({ card, option, holds }: Offered, place: number | undefined): Choice => {
    const hold = place === undefined ? null : (holds[place] ?? null)
    if (option.kind === 'phone' && !hold) {
      throw new CommandError(failureOf('invalid', 'None of the amounts to hold was chosen.'))
    }
    const { kind, rate } = option
    return { kind, cardId: card.id, tagId: card.tagId, label: card.label, rate, hold }
  }

  return {
    offer(facts) {
      for (const [id, { untilMs }] of offered) if (untilMs < clock.now()) offered.delete(id)
      return choicesOf(facts).map(([kind, card]) => remember(facts, kind, card).option)
    },
    choose(chosen) {
      const entry = find(chosen)
      assertAllowed(entry.option.needs, chosen.bookingReference)
      return choiceOf(entry, chosen.hold)
    },
    chooseAtDesk: (chosen) => choiceOf(find(chosen), chosen.hold),
    look(chosen) {
      const entry = find(chosen)
      return { label: choiceOf(entry, chosen.hold).label, untilMs: entry.untilMs }
    },
  }
}

function assertAllowed(needs: StartOption['needs'], bookingReference: string | undefined): void {
  if (needs === 'desk') {
    throw new CommandError(failureOf('needs-desk', 'The desk must approve a start with this card.'))
  }
  if (needs === 'booking' && !bookingReference) {
    throw new CommandError(failureOf('needs-booking', 'A booking reference is missing.'))
  }
}

/** The ways to start in the order in which they are offered: the operator's preferred card first. */
function choicesOf({
  cards,
  rules,
  freeOfCharge,
}: OptionFacts): [StartOption['kind'], AvailableCard][] {
  const allowed = cards.filter(({ id }) => ruleFor(rules, id) !== 'hidden')
  const ordered = allowed.toSorted((a, b) => preference(b, rules) - preference(a, rules))
  // At a free connector the cards do not differ: one choice is enough.
  const [easiest] = ordered
    .filter(({ preauthRequired }) => !preauthRequired)
    .toSorted((a, b) => hurdle(a, rules) - hurdle(b, rules))
  if (freeOfCharge && easiest) return [['free', easiest]]
  return ordered
    .filter((card) => !card.preauthRequired || holdsOf(card).length > 0 || lacksCurrency(card))
    .map((card) => [card.preauthRequired ? 'phone' : 'card', card])
}

const preference = ({ id }: AvailableCard, { preferredCardId }: GuestRules): number =>
  Number(id === preferredCardId)

const hurdles: readonly CardRule[] = ['open', 'booking', 'desk']
const hurdle = ({ id }: AvailableCard, rules: GuestRules): number =>
  hurdles.indexOf(ruleFor(rules, id))

/** `preauthCurrencyAmounts` (L5847); an amount without its currency cannot be asked for. */
function holdsOf({ rate }: AvailableCard): Hold[] {
  return (rate?.preauthCurrencyAmounts ?? []).flatMap(({ amount, currency }) =>
    amount !== null && currency?.isoCode ? [{ amount, currency: currency.isoCode }] : [],
  )
}

/** There are amounts, but none has a currency: no guess may be held on somebody's account. */
const lacksCurrency = (card: AvailableCard): boolean =>
  holdsOf(card).length === 0 &&
  (card.rate?.preauthCurrencyAmounts ?? []).some(({ amount }) => amount !== null)

function optionOf(
  id: string,
  kind: StartOption['kind'],
  card: AvailableCard,
  holds: readonly Hold[],
  { rules, holdBlockedUntilMs }: OptionFacts,
): StartOption {
  const isFree = kind === 'free'
  const rate = card.rate && { short: card.rate.shortDescription, full: card.rate.description }
  const rule = ruleFor(rules, card.id)
  return {
    id,
    kind,
    label: isFree ? null : card.label,
    guestLabel: isFree ? null : (rules.labelByCard[card.id] ?? null),
    rate: isFree ? null : rate,
    examples: isFree ? [] : rateExamples(rate),
    holds: [...holds],
    holdBlockedUntilMs: kind === 'phone' ? holdBlockedUntilMs : null,
    needs: rule === 'booking' || rule === 'desk' ? rule : 'nothing',
    roaming: !isFree && (card.type === 'roaming' || card.type === 'emsp'),
    expiresAtMs: isFree ? null : cardEndMs(card.expiryDate),
    notSold: kind === 'phone' && lacksCurrency(card) ? 'no-currency' : null,
  }
}
