import { computed, type ComputedRef } from 'vue'
import { useText } from '../i18n/text.ts'
import { useLive } from '../live/live.ts'

/** Where a charge is, for what is taken along: the site's name, where it has one, and the plug's number. */
export function usePlace(number: () => string): ComputedRef<string> {
  const live = useLive()
  const { t } = useText()
  return computed(() => {
    const name = t('charge.title', { number: number() })
    return [live.site?.label ?? '', name].filter((part) => part !== '').join(', ')
  })
}
