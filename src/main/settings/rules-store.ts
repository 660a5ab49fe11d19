import type { CardRule, CardRules } from '#contract/card-rules.ts'
import type { GuestRules } from '#main/charging/guest-rules.ts'
import type { WriteSection } from './write-section.ts'

/** The operator's rules for guests as they are now; the desk may change those of the cards. */
export interface RulesStore {
  current(): GuestRules
  cardRules(): CardRules
  /** Null: as all cards without a rule of their own. Throws a CommandError `storage`, as below. */
  setCardRule(cardId: string, rule: CardRule | null): void
  setPreferredCard(cardId: string | null): void
  /** Returns what ends it. */
  onChange(listener: () => void): () => void
}

/** `write` keeps a change in the section `guest` of the settings file; null: it lasts as long as this launch. */
export function createRulesStore(initial: GuestRules, write: WriteSection | null): RulesStore {
  let rules = initial
  const listeners = new Set<() => void>()

  const change = (changed: Partial<Pick<GuestRules, 'byCard' | 'preferredCardId'>>): void => {
    write?.('guest', changed)
    rules = { ...rules, ...changed }
    for (const listener of listeners) listener()
  }
  return {
    current: () => rules,
    cardRules: () => ({
      cards: rules.cards,
      byCard: { ...rules.byCard },
      preferredCardId: rules.preferredCardId,
    }),
    setCardRule(cardId, rule) {
      const others = Object.entries(rules.byCard).filter(([id]) => id !== cardId)
      change({ byCard: Object.fromEntries(rule ? [...others, [cardId, rule]] : others) })
    },
    setPreferredCard(preferredCardId) {
      change({ preferredCardId })
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
