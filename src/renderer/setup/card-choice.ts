import type { CardRule } from '#contract/card-rules.ts'
import type { SetupRules } from '#contract/setup.ts'

type CardRules = Pick<SetupRules, 'cards' | 'byCard' | 'preferredCardId'>

/** What guests must bring, and the cards on which they charge then (ids). */
export interface CardChoice {
  readonly rule: CardRule
  readonly open: readonly string[]
}

const ruleOf = ({ byCard, cards }: CardRules, id: string): CardRule => byCard[id] ?? cards

/** The one rule that says most of what guests may: of all cards, else of the first that has another one. */
export const mainRule = ({ cards, byCard }: CardRules): CardRule =>
  cards !== 'hidden' ? cards : (Object.values(byCard).find((rule) => rule !== 'hidden') ?? 'hidden')

/** What is chosen to begin with: of several cards the first one, so that no guest finds the house's own by chance. */
export function presetOf(rules: CardRules | null, ids: readonly string[]): CardChoice {
  if (rules) {
    return { rule: mainRule(rules), open: ids.filter((id) => ruleOf(rules, id) !== 'hidden') }
  }
  return { rule: 'open', open: ids.slice(0, 1) }
}

/**
 * The rules for this choice. With several cards (`ids`) each has its own, and one that is made later is
 * not offered until somebody says so; a card that stays open keeps what it has of its own.
 */
export function rulesOf(
  { rule, open }: CardChoice,
  ids: readonly string[],
  before: CardRules | null,
): CardRules {
  const { byCard = {}, preferredCardId = null } = before ?? {}
  if (ids.length < 2) return { cards: rule, byCard, preferredCardId }
  const isSame = before !== null && mainRule(before) === rule
  const opened = (id: string): CardRule => {
    const own = before && isSame ? ruleOf(before, id) : 'hidden'
    return own === 'hidden' ? rule : own
  }
  const isOpen = (id: string): boolean => open.includes(id) && rule !== 'hidden'
  return {
    cards: 'hidden',
    byCard: {
      ...byCard,
      ...Object.fromEntries(ids.map((id) => [id, isOpen(id) ? opened(id) : 'hidden'])),
    },
    preferredCardId:
      preferredCardId !== null && isOpen(preferredCardId)
        ? preferredCardId
        : (ids.find((id) => isOpen(id)) ?? null),
  }
}
