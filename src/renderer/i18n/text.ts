import { computed, type ComputedRef } from 'vue'
import { i18n } from './i18n.ts'
import type { MessageKey } from './en.ts'
import { formats, type Formats } from './format.ts'
import { localeOf, type Language } from './languages.ts'
import { useTerminal } from '../live/terminal.ts'

export type Translate = (
  key: MessageKey,
  named?: Record<string, string | number>,
  count?: number,
) => string

/** The chosen language's words and its way to write numbers, money and times of the site. */
export function useText(): { t: Translate; f: ComputedRef<Formats> } {
  const terminal = useTerminal()
  const f = computed(() =>
    formats(
      localeOf(i18n.global.locale.value as Language, terminal.info.language),
      terminal.info.timeZone,
    ),
  )
  return { t: (key, named = {}, count = 1) => i18n.global.t(key, named, count), f }
}
