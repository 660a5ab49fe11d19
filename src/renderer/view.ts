import { watch } from 'vue'
import type { View } from '#contract/view.ts'
import { tell } from './bridge.ts'
import { usePlace } from './desk/place.ts'
import { useTab } from './desk/terminal/tab.ts'
import { useDeskAccess } from './desk-access.ts'
import { useFilter } from './guest/find/filter.ts'
import { spoken } from './i18n/i18n.ts'
import { useTerminal } from './live/terminal.ts'
import { useScreen } from './screen.ts'
import { useTheme } from './theme/theme.ts'

/** Main is told what is shown, at each change, and another window goes on there if this one dies. */
export function useView(): { restore(view: View): void; follow(): void } {
  const screen = useScreen()
  const terminal = useTerminal()
  const deskAccess = useDeskAccess()
  const theme = useTheme()
  const filter = useFilter()
  const place = usePlace()
  const tab = useTab()

  const current = (): View => ({
    screen: screen.shown,
    help: screen.help,
    language: terminal.info.mode === 'guest' ? spoken.value : deskAccess.guestLanguage,
    look: {
      shade: theme.chosen,
      contrast: theme.contrast,
      large: theme.large,
      low: theme.low,
    },
    filter: { plug: filter.plug, fromKW: filter.fromKW, freeOnly: filter.freeOnly },
    desk: { section: place.section, tab: tab.tab },
  })

  return {
    restore(view) {
      screen.show(view.screen)
      screen.help = view.help
      deskAccess.guestLanguage = view.language
      theme.choose(view.look)
      filter.$patch(view.filter)
      place.$patch({ section: view.desk.section as typeof place.section })
      tab.$patch({ tab: view.desk.tab as typeof tab.tab })
    },
    /** Another terminal has forgotten it: it is sent again. */
    follow() {
      watch([current, () => terminal.info.generation], () => {
        tell('terminal.keepView', current())
      })
    },
  }
}
