import { computed, type ComputedRef } from 'vue'
import type { MessageKey } from './en.ts'
import type { Formats } from './format.ts'
import { i18n, speak } from './i18n.ts'
import { localeOf, type Language } from './languages.ts'
import { say, useText } from './text.ts'
import { useTerminal } from '../live/terminal.ts'
import type { DeskKey, DeskWords } from '../desk/words-en.ts'

export type { DeskKey }

export type DeskTranslate = (
  key: DeskKey | MessageKey,
  named?: Record<string, string | number>,
  count?: number,
) => string

const loadDeskWords = {
  en: async (): Promise<DeskWords> => (await import('../desk/words-en.ts')).deskWords,
  de: async (): Promise<DeskWords> => (await import('../desk/words-de.ts')).deskWords,
}

/** The desk speaks German where the site does, English everywhere else. */
export async function speakDesk(tag: string): Promise<void> {
  const language = tag.toLowerCase().startsWith('de') ? 'de' : 'en'
  const words = await loadDeskWords[language]()
  await speak(language)
  i18n.global.mergeLocaleMessage(language, words)
}

/** The desk's words and its way to write numbers, money and times of the site. */
export function useDeskText(): { t: DeskTranslate; f: ComputedRef<Formats> } {
  const { f } = useText()
  return { t: say, f }
}

/** The tag by whose rules the desk sorts and writes. */
export function useLocale(): ComputedRef<string> {
  const terminal = useTerminal()
  return computed(() => localeOf(i18n.global.locale.value as Language, terminal.info.language))
}
