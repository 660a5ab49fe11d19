import { computed, type ComputedRef } from 'vue'
import { speak, spoken } from './i18n/i18n.ts'
import { languageOf } from './i18n/languages.ts'
import { useTerminal } from './live/terminal.ts'
import { useReader } from './reader/use-reader.ts'
import { useScreen } from './screen.ts'
import { useTheme } from './theme/theme.ts'
import { useFilter } from './charging/filter.ts'

/** Puts back what a guest has chosen. */
export interface ForgetGuest {
  /** Something is not as the site has it: language, ways to see and reach, filters. */
  readonly hasChoices: ComputedRef<boolean>
  /** Screen, filters, ways to see and reach, language. */
  all(): void
  /** What was begun, but not how it is read: whoever only thought for a while goes on in their language. */
  visit(): void
}

export function useForgetGuest(): ForgetGuest {
  const screen = useScreen()
  const filter = useFilter()
  const theme = useTheme()
  const reader = useReader()
  const terminal = useTerminal()

  function visit(): void {
    screen.board()
    filter.reset()
    filter.onPlan = false
    reader.dismiss()
  }
  function all(): void {
    visit()
    theme.reset()
    void speak(terminal.info.language)
  }
  const hasChoices = computed(
    () => filter.active || theme.isChosen || spoken.value !== languageOf(terminal.info.language),
  )
  return { hasChoices, all, visit }
}
