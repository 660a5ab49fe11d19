import { watch } from 'vue'
import type { View } from '#contract/view.ts'
import { speak, spoken } from '../i18n/i18n.ts'
import { languageOf, type Language } from '../i18n/languages.ts'
import { useLive } from '../live/live.ts'
import { useTerminal } from '../live/terminal.ts'
import { useScreen, type Screen } from '../screen.ts'
import { useTheme } from '../theme/theme.ts'

interface Kept {
  readonly language: Language
  readonly look: View['look']
}

/** More guests than these are not remembered. */
const MOST = 200

/**
 * A guest's language and way to read the screen, kept with their start and their charge: who comes back
 * by code, and has not chosen anything yet, finds the screen as they left it. In the page's memory only.
 */
export function useKeptLook(): void {
  const screen = useScreen()
  const theme = useTheme()
  const terminal = useTerminal()
  const live = useLive()
  const kept = new Map<string, Kept>()

  const current = (): Kept => ({
    language: spoken.value,
    look: {
      shade: theme.chosen,
      contrast: theme.chosenContrast,
      large: theme.large,
      low: theme.low,
    },
  })
  const isUntouched = ({ language, look }: Kept): boolean =>
    language === languageOf(terminal.info.language) &&
    look.shade === null &&
    look.contrast === null &&
    !look.large &&
    !look.low

  function keep(key: string, now: Kept): void {
    kept.delete(key)
    kept.set(key, now)
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST) break
      kept.delete(oldest)
    }
  }

  const key = (): string | null => keyOf(screen.shown, (id) => live.starts.get(id)?.sessionId)
  watch([key, current], ([at, now], [before]) => {
    if (at === null) return
    const known = at === before ? undefined : kept.get(at)
    if (known && isUntouched(now)) {
      theme.choose(known.look)
      void speak(known.language)
    } else keep(at, now)
  })
}

/** A start goes by its session as soon as it has one: both are one guest's. */
function keyOf(shown: Screen, sessionOf: (startId: string) => string | null | undefined) {
  if (shown.name === 'charging' || shown.name === 'summary') return shown.sessionId
  return shown.name === 'starting' ? (sessionOf(shown.startId) ?? shown.startId) : null
}
