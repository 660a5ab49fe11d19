import { computed, type ComputedRef } from 'vue'
import type { Formats } from './format.ts'
import type { DeskWords } from './generated/keys.ts'
import { speak, speakBeside, spoken, type WordFiles } from './i18n.ts'
import { localeOf, type Language } from './languages.ts'
import type { Words } from './messages.ts'
import { say, useText, type MessageKey, type PlainKey, type Say } from './text.ts'
import { useTerminal } from '../live/terminal.ts'

export type DeskKey = keyof DeskWords
export type PlainDeskKey = PlainKey<DeskWords>

export type DeskTranslate = Say<DeskKey | MessageKey>

const deskFiles: WordFiles = import.meta.glob<Words>('../locales/*/desk.json', {
  import: 'default',
})

/** Whether desk and set-up have words in it. */
export const hasDeskWords = (language: Language): boolean =>
  Object.keys(deskFiles).some((path) => path.includes(`/${language}/`))

/** The desk speaks the site's language where it has words in it, English everywhere else. */
export async function speakDesk(tag: string): Promise<void> {
  await speakBeside(deskFiles, tag, speak)
}

/** The desk's words and its way to write numbers, money and times of the site. */
export function useDeskText(): { t: DeskTranslate; f: ComputedRef<Formats> } {
  const { f } = useText()
  return { t: say, f }
}

/** The tag by whose rules the desk sorts and writes. */
export function useLocale(): ComputedRef<string> {
  const terminal = useTerminal()
  return computed(() => localeOf(spoken.value, terminal.info.language))
}
