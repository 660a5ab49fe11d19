import type { CardRule, CardRules } from '#contract/card-rules.ts'
import type { GuestRules } from './guest-settings.ts'

/** The operator's rules for guests as they are now; the desk may change those of the cards. */
export interface RulesStore {
  current(): GuestRules
  cardRules(): CardRules
  /** Null: as all cards without a rule of their own. Rejects as `write` does; then nothing has changed. */
  setCardRule(cardId: string, rule: CardRule | null): Promise<void>
  setPreferredCard(cardId: string | null): Promise<void>
  /** Returns what ends it. */
  onChange(listener: () => void): () => void
}

type Change = Partial<Pick<GuestRules, 'byCard' | 'preferredCardId'>>

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
      preferredCardId: rules.preferredCardId,
    }),
    setCardRule(cardId, rule) {
      const others = Object.entries(rules.byCard).filter(([id]) => id !== cardId)
      return change({ byCard: Object.fromEntries(rule ? [...others, [cardId, rule]] : others) })
    },
    setPreferredCard: (preferredCardId) => change({ preferredCardId }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
