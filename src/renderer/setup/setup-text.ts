import { computed, type ComputedRef } from 'vue'
import { speakDesk, type DeskTranslate } from '../i18n/desk-text.ts'
import type { Formats } from '../i18n/format.ts'
import { i18n } from '../i18n/i18n.ts'
import { say, useText } from '../i18n/text.ts'
import type { SetupKey, SetupWords } from './words-en.ts'

export type SetupTranslate = (
  key: SetupKey | Parameters<DeskTranslate>[0],
  named?: Record<string, string | number>,
  count?: number,
) => string

const load = {
  en: async (): Promise<SetupWords> => (await import('./words-en.ts')).setupWords,
  de: async (): Promise<SetupWords> => (await import('./words-de.ts')).setupWords,
}

/** Set-up speaks the desk's languages: German where German is wanted, English everywhere else. */
export async function speakSetup(tag: string): Promise<void> {
  const language = tag.toLowerCase().startsWith('de') ? 'de' : 'en'
  const words = await load[language]()
  await speakDesk(language)
  i18n.global.mergeLocaleMessage(language, words)
}

/** Set-up's words, the desk's, and those of guests. */
export function useSetupText(): {
  t: SetupTranslate
  f: ComputedRef<Formats>
  language: ComputedRef<string>
} {
  const { f } = useText()
  return {
    t: say,
    f,
    language: computed(() => i18n.global.locale.value),
  }
}
