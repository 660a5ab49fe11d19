import { computed, type ComputedRef } from 'vue'
import { i18n } from '../../i18n/i18n.ts'
import { localeOf, type Language } from '../../i18n/languages.ts'
import { useTerminal } from '../../live/terminal.ts'
import { useDeskText } from '../desk-text.ts'
import type { History } from './use-history.ts'

/** How much of the history is there, in words: what is loaded, and what was looked through. */
export function useHistoryWords(history: () => History): {
  foot(text: string, isSorted: boolean): string
  locale: ComputedRef<string>
} {
  const { t, f } = useDeskText()
  const terminal = useTerminal()
  const locale = computed(() =>
    localeOf(i18n.global.locale.value as Language, terminal.info.language),
  )

  function loadedWords(): string {
    const { loaded, total, complete } = history()
    const n = f.value.number(loaded.value)
    if (complete.value) return t('sessions.count', { n }, loaded.value)
    if (total.value === null) return t('sessions.loaded', { n })
    return t('sessions.loadedOf', { n, total: f.value.number(total.value) })
  }
  function foundWords(): string {
    const { rows, loaded, total, complete } = history()
    const words = { found: f.value.number(rows.value.length), n: f.value.number(loaded.value) }
    if (complete.value) return t('sessions.foundAll', words)
    if (total.value === null) return t('sessions.foundSome', words)
    return t('sessions.found', { ...words, total: f.value.number(total.value) })
  }

  return {
    locale,
    foot(text, isSorted) {
      const { loading, complete, asOfMs } = history()
      const parts = [
        text === '' ? loadedWords() : foundWords(),
        asOfMs.value === null ? '' : t('desk.asOf', { time: f.value.time(asOfMs.value) }),
        loading.value ? t('desk.more') : '',
        isSorted && !complete.value ? t('sessions.sortedSome') : '',
      ]
      return parts.filter((part) => part !== '').join(' · ')
    },
  }
}
