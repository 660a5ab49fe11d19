import { speak } from './i18n/i18n.ts'
import { useTerminal } from './live/terminal.ts'
import { useReader } from './reader/use-reader.ts'
import { useScreen } from './screen.ts'
import { useTheme } from './theme/theme.ts'
import { useFilter } from './charging/filter.ts'

/** Puts back everything that a guest has chosen: screen, filters, ways to see and reach, language. */
export function useForgetGuest(): () => void {
  const screen = useScreen()
  const filter = useFilter()
  const theme = useTheme()
  const reader = useReader()
  const terminal = useTerminal()
  return () => {
    screen.board()
    filter.reset()
    theme.reset()
    reader.dismiss()
    void speak(terminal.info.language)
  }
}
