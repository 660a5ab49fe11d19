import { computed, type ComputedRef } from 'vue'
import { speakDesk, type DeskKey } from '../i18n/desk-text.ts'
import type { Formats } from '../i18n/format.ts'
import type { SetupWords } from '../i18n/generated/keys.ts'
import { speakBeside, spoken, type WordFiles } from '../i18n/i18n.ts'
import type { Words } from '../i18n/messages.ts'
import { say, useText, type MessageKey, type Say } from '../i18n/text.ts'

export type SetupKey = keyof SetupWords

export type SetupTranslate = Say<SetupKey | DeskKey | MessageKey>

const setupFiles: WordFiles = import.meta.glob<Words>('../locales/*/setup.json', {
  import: 'default',
})

/** Set-up speaks the desk's languages: English where it has no words in the one that is wanted. */
export async function speakSetup(tag: string): Promise<void> {
  await speakBeside(setupFiles, tag, speakDesk)
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
    language: computed(() => spoken.value),
  }
}
