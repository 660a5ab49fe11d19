import { z } from 'zod'
import { cardLabelSchema, cardRuleSchema, cardRulesSchema } from '../card-rules.ts'
import { deskOnly, id, nothing } from './parts.ts'

/** Which of the account's cards guests may use. A change is kept and holds at once. */
export const deskCardsCommands = {
  'settings.cardRules': { input: nothing, output: cardRulesSchema, modes: deskOnly },
  /** `rule` null: as all cards without a rule of their own. */
  'settings.setCardRule': {
    input: z.strictObject({ cardId: id, rule: cardRuleSchema.nullable() }),
    output: cardRulesSchema,
    modes: deskOnly,
    manager: true,
  },
  /** `label` null: as every card is told that has none. */
  'settings.setCardLabel': {
    input: z.strictObject({ cardId: id, label: cardLabelSchema.nullable() }),
    output: cardRulesSchema,
    modes: deskOnly,
    manager: true,
  },
  'settings.setPreferredCard': {
    input: z.strictObject({ cardId: id.nullable() }),
    output: cardRulesSchema,
    modes: deskOnly,
    manager: true,
  },
} as const
