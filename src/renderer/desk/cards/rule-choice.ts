import type { CardRule } from '#contract/card-rules.ts'

/** A rule of its own for a card, or that of all others. */
export type RuleChoice = CardRule | 'default'

export const cardRuleNames: readonly RuleChoice[] = ['default', 'open', 'booking', 'desk', 'hidden']
