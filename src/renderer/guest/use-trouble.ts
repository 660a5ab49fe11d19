import { computed, type ComputedRef } from 'vue'
import type { ErrorCode } from '#contract/errors.ts'
import { useLive } from '../live/live.ts'
import { useTerminal } from '../live/terminal.ts'
import { useScreen } from '../screen.ts'

/** The code of what is wrong on the screen that is shown, the guest's own trouble first; null if nothing is. */
export function useTrouble(): ComputedRef<ErrorCode | null> {
  const live = useLive()
  const screen = useScreen()
  const terminal = useTerminal()
  return computed(() => {
    const shown = screen.shown
    const start = 'startId' in shown ? live.starts.get(shown.startId) : undefined
    const session = 'sessionId' in shown ? live.sessions.get(shown.sessionId ?? '') : undefined
    const own = start?.failure ?? session?.stop?.failure
    if (own) return own.code
    return live.link.state === 'lost' ? live.link.error : (terminal.info.trouble?.code ?? null)
  })
}
