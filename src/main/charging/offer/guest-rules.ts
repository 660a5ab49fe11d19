import type { CardRule } from '#contract/card-rules.ts'
import type { GuestRules } from '#main/settings/guest-settings.ts'

export type { CardRule, GuestRules }

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
