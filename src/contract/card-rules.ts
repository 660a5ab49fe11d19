import { z } from 'zod'

/** How guests may use one of the account's cards: freely, with a booking reference, by the desk, or not at all. */
export const cardRuleSchema = z.enum(['open', 'booking', 'desk', 'hidden'])
export type CardRule = z.infer<typeof cardRuleSchema>

/** What guests read for a card of the account: who pays, and how. In the operator's words, in every language. */
export const cardLabelSchema = z.string().trim().min(1).max(80)

/** The operator's rules of which cards guests may use. */
export const cardRulesSchema = z.object({
  /** For cards without a rule of their own. */
  cards: cardRuleSchema,
  /** By the card's id. */
  byCard: z.record(z.string(), cardRuleSchema),
  /** What guests read for a card, by its id. */
  labelByCard: z.record(z.string(), z.string()),
  /** The card offered first, where it may charge. */
  preferredCardId: z.string().nullable(),
})
export type CardRules = z.infer<typeof cardRulesSchema>
