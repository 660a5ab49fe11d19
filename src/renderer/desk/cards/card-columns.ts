import type { CardRules } from '#contract/card-rules.ts'
import type { Formats } from '../../i18n/format.ts'
import type { DeskTranslate } from '../../i18n/desk-text.ts'
import type { Column } from '../../ui/table/table.ts'
import { cardName, statusOf } from '../../charging/card-looks.ts'
import type { CardRow } from './use-cards.ts'

/** The columns of the list of cards; `rules` null: not known yet. */
export function cardColumns(
  t: DeskTranslate,
  f: Formats,
  rules: CardRules | null,
): Column<CardRow>[] {
  const ruleOf = ({ id, status }: CardRow): string | null => {
    if (status === 'inactive') return t('cards.rule.inactive')
    return rules && t(`cards.rule.${rules.byCard[id] ?? rules.cards}`)
  }
  return [
    {
      key: 'label',
      name: t('cards.label'),
      width: 'minmax(9em, 2.5fr)',
      text: cardName,
      sortBy: cardName,
    },
    {
      key: 'number',
      name: t('cards.number'),
      width: 'minmax(8.5em, 1fr)',
      text: ({ number }) => number,
      sortBy: ({ number }) => number,
    },
    {
      key: 'rate',
      name: t('cards.rate'),
      width: 'minmax(8em, 1.6fr)',
      text: ({ rate }) => rate?.name ?? rate?.shortDescription ?? null,
      sortBy: ({ rate }) => rate?.name ?? null,
    },
    {
      key: 'status',
      name: t('cards.status'),
      width: 'minmax(9em, 1fr)',
      text: ({ status }) => t(`cards.status.${statusOf(status)}`),
      sortBy: ({ status }) => status,
    },
    {
      key: 'guests',
      name: t('cards.guests'),
      width: 'minmax(14em, 2fr)',
      text: ruleOf,
      sortBy: ruleOf,
    },
    {
      key: 'expiry',
      name: t('cards.expiry'),
      width: 'minmax(7em, 0.8fr)',
      text: ({ expiryDate }) => f.day(expiryDate) || null,
      sortBy: ({ expiryDate }) => expiryDate,
    },
  ]
}
