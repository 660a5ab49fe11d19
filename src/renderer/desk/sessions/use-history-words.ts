import { useDeskText } from '../../i18n/desk-text.ts'
import type { History } from './use-history.ts'

/** How much of the history is there, in words: what is loaded, and what was looked through. */
export function useHistoryWords(history: () => History): {
  /** What is loaded or found, and how old it is; empty before the first answer. */
  summary(text: string): string
} {
  const { t, f } = useDeskText()

  function loadedWords(): string {
    const { loaded, total, complete } = history()
    const n = f.value.number(loaded.value)
    if (complete.value) return t('sessions.count', { n, count: loaded.value })
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
    summary(text) {
      const { asOfMs } = history()
      if (asOfMs.value === null) return ''
      const asOf = t('desk.asOf', { time: f.value.time(asOfMs.value) })
      return `${text === '' ? loadedWords() : foundWords()} · ${asOf}`
    },
  }
}
