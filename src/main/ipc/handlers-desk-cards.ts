import type { deskCardsCommands } from '#contract/commands/desk-cards.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Desk } from '#main/desk/desk.ts'
import type { RulesStore } from '#main/settings/rules-store.ts'
import type { Handlers } from './dispatch.ts'

export interface DeskCardsParts {
  desk: Desk
  rules: RulesStore
}

/** Which cards guests may use. */
export function deskCardsHandlers({
  desk,
  rules,
}: DeskCardsParts): Pick<Handlers, keyof typeof deskCardsCommands> {
  const { audit } = desk
  return {
    'settings.cardRules': rules.cardRules,
    'settings.setCardRule': async ({ cardId, rule }) => {
      const details = { rule: rule ?? 'default' }
      const event = { action: 'settings.set-card-rule', subject: cardId, details }
      await carryOut(audit, event, () => rules.setCardRule(cardId, rule))
      return rules.cardRules()
    },
    'settings.setCardLabel': async ({ cardId, label }) => {
      const event = { action: 'settings.set-card-label', subject: cardId }
      await carryOut(audit, event, () => rules.setCardLabel(cardId, label))
      return rules.cardRules()
    },
    'settings.setPreferredCard': async ({ cardId }) => {
      const event = { action: 'settings.set-preferred-card', subject: cardId }
      await carryOut(audit, event, () => rules.setPreferredCard(cardId))
      return rules.cardRules()
    },
  }
}
