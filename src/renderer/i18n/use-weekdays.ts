import { computed, type ComputedRef } from 'vue'
import { spoken } from './i18n.ts'
import { localeOf } from './languages.ts'
import { useTerminal } from '../live/terminal.ts'

/** A Sunday, to name the days from. */
const SUNDAY_MS = Date.UTC(2026, 10, 22)
const DAY_MS = 86_400_000

/** The weekdays' names in the chosen language; the first is Sunday. */
export function useWeekdays(): ComputedRef<readonly string[]> {
  const terminal = useTerminal()
  return computed(() => {
    const locale = localeOf(spoken.value, terminal.info.language)
    const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
    return Array.from({ length: 7 }, (_, day) => format.format(SUNDAY_MS + day * DAY_MS))
  })
}
