import { computed, onMounted, type ComputedRef } from 'vue'
import { cardName } from '../../charging/card-looks.ts'
import { useDeskText } from '../../i18n/desk-text.ts'
import { useLive } from '../../live/live.ts'
import { useCards } from '../cards/use-cards.ts'
import { stationsOf } from '../live/rows.ts'

interface Named {
  readonly value: string
  readonly label: string
}

/** What the ids in the settings stand for, by the setting's path: chosen by name, and typed by nobody. */
export function useKnownIds(): ComputedRef<Readonly<Record<string, readonly Named[]>>> {
  const live = useLive()
  const cards = useCards()
  const { t } = useDeskText()
  onMounted(() => void cards.all(() => true))
  return computed(() => {
    const { site } = live
    return {
      site: [
        { value: '', label: t('set.site.first') },
        ...(site?.id ? [{ value: site.id, label: site.label || site.id }] : []),
      ],
      stations: stationsOf(live.inOrder).map(({ id, label }) => ({ value: id, label })),
      'guest.preferredCardId': [
        { value: '', label: t('set.guest.preferredCardId.none') },
        ...cards.rows.value.map((card) => ({ value: card.id, label: cardName(card) })),
      ],
    }
  })
}

/** With the id that is set, where nobody knows what it stands for. */
export const withOwn = (known: readonly Named[], ids: readonly string[]): readonly Named[] => [
  ...known,
  ...ids
    .filter((id) => id !== '' && known.every(({ value }) => value !== id))
    .map((id) => ({ value: id, label: id })),
]
