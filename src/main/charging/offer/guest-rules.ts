import type { CardRule } from '#contract/card-rules.ts'

export type { CardRule }

/** The operator's rules of what guests may do by themselves. */
export interface GuestRules {
  /** For cards without a rule of their own. */
  readonly cards: CardRule
  /** By the card's id. */
  readonly byCard: Readonly<Record<string, CardRule>>
  /** The card offered first, where it may charge. */
  readonly preferredCardId: string | null
  /** Guests may start with their own RFID card: a reader is set up. */
  readonly ownCard: boolean
  readonly packages: boolean
  /** A session is opened by its stop code; false: anybody may stop it. */
  readonly stopCodes: boolean
}

export const defaultGuestRules: GuestRules = {
  cards: 'open',
  byCard: {},
  preferredCardId: null,
  ownCard: true,
  packages: true,
  stopCodes: true,
}

export const ruleFor = (rules: GuestRules, cardId: string): CardRule =>
  rules.byCard[cardId] ?? rules.cards
