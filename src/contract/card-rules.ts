import { z } from 'zod'

/** How guests may use one of the account's cards: freely, with a booking reference, by the desk, or not at all. */
export const cardRuleSchema = z.enum(['open', 'booking', 'desk', 'hidden'])
export type CardRule = z.infer<typeof cardRuleSchema>

/** The operator's rules of which cards guests may use. */
export const cardRulesSchema = z.object({
  /** For cards without a rule of their own. */
  cards: cardRuleSchema,
  /** By the card's id. */
  byCard: z.record(z.string(), cardRuleSchema),
  /** The card offered first, where it may charge. */
  preferredCardId: z.string().nullable(),
})
export type CardRules = z.infer<typeof cardRulesSchema>
