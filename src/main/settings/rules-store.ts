import type { CardRule, CardRules } from '#contract/card-rules.ts'
import type { GuestRules } from './guest-settings.ts'

/** The operator's rules for guests as they are now; the desk may change those of the cards. */
export interface RulesStore {
  current(): GuestRules
  cardRules(): CardRules
  /** Null: as all cards without a rule of their own. Rejects as `write` does; then nothing has changed. */
  setCardRule(cardId: string, rule: CardRule | null): Promise<void>
  /** What guests read for it; null: nothing of its own. Rejects as `setCardRule` does. */
  setCardLabel(cardId: string, label: string | null): Promise<void>
  setPreferredCard(cardId: string | null): Promise<void>
  /** Returns what ends it. */
  onChange(listener: () => void): () => void
}

type Change = Partial<Pick<GuestRules, 'byCard' | 'labelByCard' | 'preferredCardId'>>

/** `write` keeps a change of the section `guest`; null: it lasts as long as this launch. */
export function createRulesStore(
  initial: GuestRules,
  write: ((guest: Change) => Promise<void>) | null,
): RulesStore {
  let rules = initial
  const listeners = new Set<() => void>()

  const change = async (changed: Change): Promise<void> => {
    await write?.(changed)
    rules = { ...rules, ...changed }
    for (const listener of listeners) listener()
  }
  return {
    current: () => rules,
    cardRules: () => ({
      cards: rules.cards,
      byCard: { ...rules.byCard },
      labelByCard: { ...rules.labelByCard },
      preferredCardId: rules.preferredCardId,
    }),
    setCardRule: (cardId, rule) => change({ byCard: withCard(rules.byCard, cardId, rule) }),
    setCardLabel: (cardId, label) =>
      change({ labelByCard: withCard(rules.labelByCard, cardId, label) }),
    setPreferredCard: (preferredCardId) => change({ preferredCardId }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The same for all other cards; null: nothing for this one. */
function withCard<T>(
  byCard: Readonly<Record<string, T>>,
  cardId: string,
  own: T | null,
): Record<string, T> {
  const others = Object.entries(byCard).filter(([id]) => id !== cardId)
  return Object.fromEntries(own === null ? others : [...others, [cardId, own]])
}
