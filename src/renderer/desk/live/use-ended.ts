import { shallowRef, watch, type ShallowRef } from 'vue'
import type { Session } from '#contract/charging.ts'
import { useLive } from '../../live/live.ts'

/**
 * The session that ended while this connector was looked at, with its bill as it comes; kept when main has let go of
 * it. Null before, once another one runs, and after `forget`.
 */
export function useEnded(running: () => Session | undefined): {
  ended: Readonly<ShallowRef<Session | null>>
  forget(): void
} {
  const live = useLive()
  const ended = shallowRef<Session | null>(null)

  watch(running, (now, before) => {
    if (now) ended.value = now.status === 'stopped' ? now : null
    else if (before) ended.value = live.sessions.get(before.id) ?? before
  })
  watch(
    () => ended.value && live.sessions.get(ended.value.id),
    (now) => {
      if (now) ended.value = now
    },
  )
  return {
    ended,
    forget() {
      ended.value = null
    },
  }
}
