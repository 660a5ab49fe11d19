import { watch } from 'vue'
import type { View } from '#contract/view.ts'
import { tell } from './bridge.ts'
import { useFilter } from './charging/filter.ts'
import { useDeskAccess } from './desk-access.ts'
import { useDeskPosition } from './desk-position.ts'
import { spoken } from './i18n/i18n.ts'
import { useTerminal } from './live/terminal.ts'
import { useScreen } from './screen.ts'
import { useTheme } from './theme/theme.ts'

/** Keeps in main what is shown, at each change, so that a new window goes on there if this one dies. */
export function useView(): { restore(view: View): void; follow(): void } {
  const screen = useScreen()
  const terminal = useTerminal()
  const deskAccess = useDeskAccess()
  const theme = useTheme()
  const filter = useFilter()
  const position = useDeskPosition()

  const current = (): View => ({
    screen: screen.shown,
    help: screen.help,
    language: terminal.info.mode === 'guest' ? spoken.value : deskAccess.guestLanguage,
    look: {
      shade: theme.chosen,
      contrast: theme.chosenContrast,
      large: theme.large,
      low: theme.low,
    },
    filter: { plug: filter.plug, fromKW: filter.fromKW, freeOnly: filter.freeOnly },
    desk: {
      section: position.section,
      tab: position.tab,
      density: position.density,
      language: position.language,
      singleKeys: position.singleKeys,
    },
  })

  return {
    restore(view) {
      screen.show(view.screen)
      screen.help = view.help
      deskAccess.guestLanguage = view.language
      theme.choose(view.look)
      filter.$patch(view.filter)
      position.$patch(view.desk)
    },
    /** Another terminal has forgotten it: it is sent again. */
    follow() {
      watch([current, () => terminal.info.generation], () => {
        tell('terminal.keepView', current())
      })
    },
  }
}
